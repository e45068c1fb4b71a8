#define _GNU_SOURCE
#include "rows.h"
#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

// Leptonica brings libtiff along, but not its header. These few functions and tags are the same in every version of it.
typedef struct tiff TIFF;

enum {
  TAG_WIDTH = 256, TAG_HEIGHT = 257, TAG_BITS = 258, TAG_COMPRESSION = 259, TAG_PHOTOMETRIC = 262, TAG_ORIENTATION = 274,
  TAG_SAMPLES = 277, TAG_X_RESOLUTION = 282, TAG_Y_RESOLUTION = 283, TAG_PLANES = 284, TAG_UNIT = 296,
  TAG_TILE_WIDTH = 322, TAG_TILE_HEIGHT = 323, TAG_SAMPLE_FORMAT = 339, TAG_JPEG_COLOUR = 65538,
  COMPRESSION_JPEG = 7, WHITE_IS_ZERO = 0, BLACK_IS_ZERO = 1, RGB = 2, YCBCR = 6, UNIT_CENTIMETRE = 3,
  MOST_PLANES = 4,
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
  ptrdiff_t (*tile_length)(TIFF *);
  ptrdiff_t (*tile)(TIFF *, void *, uint32_t, uint32_t, uint32_t, uint16_t);
} lib;

// A plane of samples: all of them together, or each in a plane of its own, which then has its own opening of the file, so that
// no strip is unpacked twice.
typedef struct {
  TIFF *file;
  uint8_t *line;
  // A row of tiles, where the page is in tiles.
  uint8_t *band, *tile;
} plane;

struct tiff_rows {
  plane planes[MOST_PLANES];
  int count;
  uint32_t next, width, tile_width, tile_height;
  // Of one pixel of a plane.
  size_t pixel;
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
  lib.tile_length = (ptrdiff_t(*)(TIFF *))named("TIFFTileSize");
  lib.tile = (ptrdiff_t(*)(TIFF *, void *, uint32_t, uint32_t, uint32_t, uint16_t))named("TIFFReadTile");
  return lib.tile_length && lib.tile && lib.open && lib.close && lib.go && lib.field && lib.set && lib.is_tiled && lib.length && lib.row;
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
  return (is_grey || is_colour) && (shape->bits == 8 || shape->bits == 16) &&
         number(file, TAG_ORIENTATION, 1) == 1 &&
         number(file, TAG_SAMPLE_FORMAT, 1) == 1;
}

static bool measure(tiff_rows *rows, TIFF *file, const tiff_shape *shape) {
  bool is_parted = shape->samples > 1 && number(file, TAG_PLANES, 1) == 2;
  rows->count = is_parted ? shape->samples : 1;
  rows->pixel = (size_t)(is_parted ? 1 : shape->samples) * (size_t)shape->bits / 8;
  rows->width = shape->width;
  if (!lib.is_tiled(file)) return lib.length(file) >= (ptrdiff_t)(rows->width * rows->pixel);
  if (!lib.field(file, TAG_TILE_WIDTH, &rows->tile_width) || !lib.field(file, TAG_TILE_HEIGHT, &rows->tile_height))
    return false;
  // A tile as large as the page would be the page.
  const ptrdiff_t most = 64 << 20;
  ptrdiff_t wanted = (ptrdiff_t)rows->tile_width * rows->tile_height * (ptrdiff_t)rows->pixel;
  return rows->tile_width && rows->tile_height && wanted <= most && lib.tile_length(file) == wanted &&
         (ptrdiff_t)rows->width * rows->tile_height * (ptrdiff_t)rows->pixel <= most;
}

static bool has_room(const tiff_rows *rows, plane *plane) {
  size_t line = rows->width * rows->pixel;
  ptrdiff_t scanline = lib.length(plane->file);
  plane->line = malloc(scanline > (ptrdiff_t)line ? (size_t)scanline : line);
  if (!rows->tile_height) return plane->line;
  plane->band = malloc(line * rows->tile_height);
  plane->tile = malloc((size_t)lib.tile_length(plane->file));
  return plane->line && plane->band && plane->tile;
}

tiff_rows *tiff_rows_open(const char *path, int frame, tiff_shape *shape) {
  tiff_rows *rows = is_there() ? calloc(1, sizeof *rows) : NULL;
  if (!rows) return NULL;
  rows->count = 1;
  for (int index = 0; index < rows->count; index++) {
    plane *plane = &rows->planes[index];
    // Without a map of the file: what was read of a map counts as the process's memory.
    plane->file = lib.open(path, "rm");
    if (plane->file && lib.go(plane->file, (uint16_t)frame) && has_plain_rows(plane->file, shape) &&
        measure(rows, plane->file, shape) && has_room(rows, plane))
      continue;
    tiff_rows_close(rows);
    return NULL;
  }
  return rows;
}

// The tiles in whose first row the next line is, put side by side.
static bool fill_band(tiff_rows *rows, int index) {
  plane *plane = &rows->planes[index];
  size_t tile_line = rows->tile_width * rows->pixel, line = rows->width * rows->pixel;
  for (uint32_t x = 0; x < rows->width; x += rows->tile_width) {
    if (lib.tile(plane->file, plane->tile, x, rows->next, 0, (uint16_t)index) < 0) return false;
    size_t start = x * rows->pixel, kept = line - start < tile_line ? line - start : tile_line;
    for (uint32_t y = 0; y < rows->tile_height; y++)
      memcpy(plane->band + y * line + start, plane->tile + y * tile_line, kept);
  }
  return true;
}

// NULL where the file is damaged.
static const uint8_t *line(tiff_rows *rows, int index) {
  plane *plane = &rows->planes[index];
  if (!rows->tile_height)
    return lib.row(plane->file, plane->line, rows->next, (uint16_t)index) == 1 ? plane->line : NULL;
  uint32_t within = rows->next % rows->tile_height;
  if (within == 0 && !fill_band(rows, index)) return NULL;
  return plane->band + within * rows->width * rows->pixel;
}

bool tiff_rows_next(tiff_rows *rows, uint8_t *row) {
  for (int index = 0; index < rows->count; index++) {
    const uint8_t *part = line(rows, index);
    if (!part) return false;
    size_t step = rows->pixel * (size_t)rows->count;
    if (rows->count == 1) {
      memcpy(row, part, rows->width * step);
      continue;
    }
    for (uint32_t x = 0; x < rows->width; x++)
      memcpy(row + x * step + (size_t)index * rows->pixel, part + x * rows->pixel, rows->pixel);
  }
  rows->next++;
  return true;
}

void tiff_rows_close(tiff_rows *rows) {
  for (int index = 0; index < MOST_PLANES; index++) {
    plane *plane = &rows->planes[index];
    if (plane->file) lib.close(plane->file);
    free(plane->line);
    free(plane->band);
    free(plane->tile);
  }
  free(rows);
}
