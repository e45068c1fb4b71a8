#pragma once
#include <stdbool.h>
#include <stdint.h>

/// A page of a TIFF file that is read row by row, so that neither the file nor the page is ever whole in memory.
typedef struct tiff_rows tiff_rows;

typedef struct {
  uint32_t width, height;
  /// 1 for grey, 3 for colour, with more where it has transparency; 8 or 16 bits each.
  int samples, bits;
  /// Whether the smallest sample is white.
  bool is_inverted;
  /// Dots per inch; 0 where the file does not say.
  float x_resolution, y_resolution;
} tiff_shape;

/// Opens the page at a place (0-based) in the file, whether in strips or tiles, its samples together or in planes. NULL where
/// its rows cannot be had one by one (with a palette, turned, black and white, tiles as large as a page) or there is no such page.
tiff_rows *tiff_rows_open(const char *path, int frame, tiff_shape *shape);

/// Reads the next row, `width * samples * bits / 8` bytes; false where the file is damaged.
bool tiff_rows_next(tiff_rows *rows, uint8_t *row);

void tiff_rows_close(tiff_rows *rows);
