#pragma once

// ICU behind a header of integers only: ICU's own headers and Foundation cannot be imported into one Swift
// module. Text is UTF-16; every function returns the length that the result needs, or a negative ICU error.
#include <stdint.h>

int32_t cicu_is_nfc(const uint16_t *text, int32_t length);
int32_t cicu_nfc(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity);
int32_t cicu_nfd(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity);
int32_t cicu_nfkc(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity);
int32_t cicu_upper(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity);
int32_t cicu_lower(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity);

/// Vietnamese dictionary order: negative, zero or positive.
int32_t cicu_compare(const uint16_t *a, int32_t a_length, const uint16_t *b, int32_t b_length);
