// Tesseract and Leptonica in one module, so that both mean the same `Pix`.
#include <leptonica/allheaders.h>
#include <tesseract/capi.h>
