#define _GNU_SOURCE
#include "tuning.h"
#include <dlfcn.h>
#include <leptonica/allheaders.h>
#include <stdbool.h>

// The setting is the calling thread's own, so it is looked up once and made again on every recognising thread.
void openmp_hold_off(void) {
  void (*limit)(int) = (void (*)(int))dlsym(RTLD_DEFAULT, "omp_set_max_active_levels");
  if (limit) limit(0);
}

static _Thread_local bool plain_images = false;

void plain_images_on(void) { plain_images = true; }

// Stands before Leptonica's function of this name for the whole program, Tesseract included. What it writes instead,
// Leptonica's own form of pixels, is told from PNG by pixReadMem, which is how Tesseract takes the image back.
l_ok pixWriteMem(l_uint8 **data, size_t *size, PIX *image, l_int32 format) {
  if (plain_images && format == IFF_PNG) return pixWriteMemSpix(data, size, image);
  static l_ok (*original)(l_uint8 **, size_t *, PIX *, l_int32);
  if (!original) original = (l_ok(*)(l_uint8 **, size_t *, PIX *, l_int32))dlsym(RTLD_NEXT, "pixWriteMem");
  return original ? original(data, size, image, format) : 1;
}
