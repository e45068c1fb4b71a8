#pragma once

/// Keeps OpenMP from starting threads for the calling thread. Pages run side by side here, and Debian's
/// Tesseract spins in libgomp when the other cores are busy: 3-17 s a page instead of 0.6 s.
/// Does nothing where no OpenMP is loaded.
void openmp_hold_off(void);
