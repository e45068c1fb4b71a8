#define _GNU_SOURCE
#include "rows.h"
#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>

// Leptonica brings libtiff along, but not its header. These few functions and tags are the same in every version of it.
typedef struct tiff TIFF;

enum {
  TAG_WIDTH = 256, TAG_HEIGHT = 257, TAG_BITS = 258, TAG_COMPRESSION = 259, TAG_PHOTOMETRIC = 262, TAG_ORIENTATION = 274,
  TAG_SAMPLES = 277, TAG_X_RESOLUTION = 282, TAG_Y_RESOLUTION = 283, TAG_PLANES = 284, TAG_UNIT = 296,
  TAG_SAMPLE_FORMAT = 339, TAG_JPEG_COLOUR = 65538,
  COMPRESSION_JPEG = 7, WHITE_IS_ZERO = 0, BLACK_IS_ZERO = 1, RGB = 2, YCBCR = 6, UNIT_CENTIMETRE = 3,
};

static struct {
  TIFF *(*open)(const char *, const char *);
  void (*close)(TIFF *);
  int (*go)(TIFF *, uint16_t);
  int (*field)(TIFF *, uint32_t, ...);
  int (*set)(TIFF *, uint32_t, ...);
  int (*is_tiled)(TIFF *);
  ptrdiff_t (*length)(TIFF *);
  int (*row)(TIFF *, void *, uint32_t, uint16_t);
} lib;

struct tiff_rows {
  TIFF *file;
  uint32_t next;
};

static void *named(const char *name) { return dlsym(RTLD_DEFAULT, name); }

// Looked up on every call: the results are the same whichever thread writes them.
static bool is_there(void) {
  lib.open = (TIFF * (*)(const char *, const char *)) named("TIFFOpen");
  lib.close = (void (*)(TIFF *))named("TIFFClose");
  lib.go = (int (*)(TIFF *, uint16_t))named("TIFFSetDirectory");
  lib.field = (int (*)(TIFF *, uint32_t, ...))named("TIFFGetFieldDefaulted");
  lib.set = (int (*)(TIFF *, uint32_t, ...))named("TIFFSetField");
  lib.is_tiled = (int (*)(TIFF *))named("TIFFIsTiled");
  lib.length = (ptrdiff_t(*)(TIFF *))named("TIFFScanlineSize");
  lib.row = (int (*)(TIFF *, void *, uint32_t, uint16_t))named("TIFFReadScanline");
  return lib.open && lib.close && lib.go && lib.field && lib.set && lib.is_tiled && lib.length && lib.row;
}

static uint16_t number(TIFF *file, uint32_t tag, uint16_t otherwise) {
  uint16_t value = otherwise;
  return lib.field(file, tag, &value) ? value : otherwise;
}

static float resolution(TIFF *file, uint32_t tag) {
  float value = 0;
  if (!lib.field(file, tag, &value) || !(value > 0)) return 0;
  return number(file, TAG_UNIT, 2) == UNIT_CENTIMETRE ? value * 2.54f : value;
}

static bool has_plain_rows(TIFF *file, tiff_shape *shape) {
  uint16_t photometric = number(file, TAG_PHOTOMETRIC, RGB);
  // The library turns the colours of JPEG into red, green and blue when it is asked to.
  if (photometric == YCBCR && number(file, TAG_COMPRESSION, 1) == COMPRESSION_JPEG &&
      lib.set(file, TAG_JPEG_COLOUR, 1))
    photometric = RGB;
  shape->samples = number(file, TAG_SAMPLES, 1);
  shape->bits = number(file, TAG_BITS, 1);
  shape->is_inverted = photometric == WHITE_IS_ZERO;
  if (!lib.field(file, TAG_WIDTH, &shape->width) || !lib.field(file, TAG_HEIGHT, &shape->height)) return false;
  shape->x_resolution = resolution(file, TAG_X_RESOLUTION);
  shape->y_resolution = resolution(file, TAG_Y_RESOLUTION);
  bool is_grey = photometric <= BLACK_IS_ZERO && (shape->samples == 1 || shape->samples == 2);
  bool is_colour = photometric == RGB && (shape->samples == 3 || shape->samples == 4);
  return !lib.is_tiled(file) && (is_grey || is_colour) && (shape->bits == 8 || shape->bits == 16) &&
         number(file, TAG_PLANES, 1) == 1 && number(file, TAG_ORIENTATION, 1) == 1 &&
         number(file, TAG_SAMPLE_FORMAT, 1) == 1;
}

tiff_rows *tiff_rows_open(const char *path, int frame, tiff_shape *shape) {
  if (!is_there()) return NULL;
  // Without a map of the file: what was read of a map counts as the process's memory.
  TIFF *file = lib.open(path, "rm");
  if (!file) return NULL;
  tiff_rows *rows = calloc(1, sizeof *rows);
  if (rows && lib.go(file, (uint16_t)frame) && has_plain_rows(file, shape) &&
      lib.length(file) >= (ptrdiff_t)shape->width * shape->samples * shape->bits / 8) {
    rows->file = file;
    return rows;
  }
  free(rows);
  lib.close(file);
  return NULL;
}

long tiff_rows_length(const tiff_rows *rows) { return (long)lib.length(rows->file); }

bool tiff_rows_next(tiff_rows *rows, uint8_t *row) { return lib.row(rows->file, row, rows->next++, 0) == 1; }

void tiff_rows_close(tiff_rows *rows) {
  lib.close(rows->file);
  free(rows);
}
