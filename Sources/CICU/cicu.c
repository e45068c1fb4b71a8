#include "cicu.h"
#include <pthread.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

int32_t cicu_is_nfc(const uint16_t *text, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  UBool normal = unorm2_isNormalized(unorm2_getNFCInstance(&status), (const UChar *)text, length, &status);
  return U_FAILURE(status) ? -status : normal;
}

// An overflow is not a failure: the caller is told the length and calls again.
static int32_t length_or_error(int32_t length, UErrorCode status) {
  return U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR ? -status : length;
}

static int32_t normalize(
    const UNormalizer2 *form, UErrorCode status, const uint16_t *text, int32_t length, uint16_t *result,
    int32_t capacity) {
  int32_t needed = unorm2_normalize(form, (const UChar *)text, length, (UChar *)result, capacity, &status);
  return length_or_error(needed, status);
}

int32_t cicu_nfc(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  return normalize(unorm2_getNFCInstance(&status), status, text, length, result, capacity);
}

int32_t cicu_nfd(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  return normalize(unorm2_getNFDInstance(&status), status, text, length, result, capacity);
}

int32_t cicu_nfkc(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  return normalize(unorm2_getNFKCInstance(&status), status, text, length, result, capacity);
}

int32_t cicu_upper(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t needed = u_strToUpper((UChar *)result, capacity, (const UChar *)text, length, "vi", &status);
  return length_or_error(needed, status);
}

int32_t cicu_lower(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t needed = u_strToLower((UChar *)result, capacity, (const UChar *)text, length, "vi", &status);
  return length_or_error(needed, status);
}

// A collator is safe to compare with from several threads once it is open.
static UCollator *collator;
static pthread_once_t collator_once = PTHREAD_ONCE_INIT;

static void open_collator(void) {
  UErrorCode status = U_ZERO_ERROR;
  collator = ucol_open("vi", &status);
}

int32_t cicu_compare(const uint16_t *a, int32_t a_length, const uint16_t *b, int32_t b_length) {
  pthread_once(&collator_once, open_collator);
  return ucol_strcoll(collator, (const UChar *)a, a_length, (const UChar *)b, b_length);
}
