#pragma once

/// Keeps OpenMP from starting threads for the calling thread. Pages run side by side here, and Debian's
/// Tesseract spins in libgomp when the other cores are busy: 3-17 s a page instead of 0.6 s.
/// Does nothing where no OpenMP is loaded.
void openmp_hold_off(void);

/// For the calling thread: the images that Tesseract hands itself as a PNG in memory are handed over as plain pixels.
/// Tesseract packs the picture of every line as a PNG and unpacks it at once, a tenth of the time of a page.
void plain_images_on(void);
