#define _GNU_SOURCE
#include "openmp.h"
#include <dlfcn.h>

// The setting is the calling thread's own, so it is looked up once and made again on every recognising thread.
void openmp_hold_off(void) {
  void (*limit)(int) = (void (*)(int))dlsym(RTLD_DEFAULT, "omp_set_max_active_levels");
  if (limit) limit(0);
}
