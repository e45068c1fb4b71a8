#include <libxml/xmlversion.h>
/* ICU's headers and Foundation's cannot be in one module. Only the handlers of encodings differ, which stay pointers. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlwriter.h>
