/* Writes down, below one folder, what a program asks the file system for: LD_PRELOAD=record.so POWER_LOSS_ROOT=FOLDER
   POWER_LOSS_LOG=FILE. Each process and thread appends whole entries to one file, so that their order is that of the calls.

   An entry is a line: the kind of call, numbers, and paths after tabs; that of a write is followed by its bytes. Files that are
   mapped are not seen, and need not be: SQLite maps only what it may lose, the index of its log. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

/* Bytes of the largest file whose whole contents are noted. */
#define LARGEST (64 << 20)
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int log_file = -1;
static const char *root;
static size_t root_length;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("POWER_LOSS_LOG");
  root = getenv("POWER_LOSS_ROOT");
  if (!path || !root) return;
  root_length = strlen(root);
  log_file = REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_below(const char *path) {
  return log_file >= 0 && path && strncmp(path, root, root_length) == 0 && (path[root_length] == '/' || !path[root_length]);
}

static int whole(int folder, const char *path, char *result) {
  char start[PATH_MAX], link[64];
  if (!path) return 0;
  if (path[0] == '/') return snprintf(result, PATH_MAX, "%s", path) < PATH_MAX;
  if (folder == AT_FDCWD) {
    if (!getcwd(start, sizeof start)) return 0;
  } else {
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t count = readlink(link, start, sizeof start - 1);
    if (count < 0) return 0;
    start[count] = 0;
  }
  return snprintf(result, PATH_MAX, "%s/%s", start, path[0] == '.' && path[1] == '/' ? path + 2 : path) < PATH_MAX;
}

static int path_of(int file, char *result) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t count = readlink(link, result, PATH_MAX - 1);
  if (count < 0) return 0;
  result[count] = 0;
  return is_below(result);
}

static ino_t number(int file) {
  struct stat state;
  return fstat(file, &state) == 0 ? state.st_ino : 0;
}

static void put(const char *line, const void *bytes, size_t count) {
  int kept = errno;
  struct iovec parts[2] = {{(void *)line, strlen(line)}, {(void *)bytes, count}};
  pthread_mutex_lock(&lock);
  REAL(flock)(log_file, LOCK_EX);
  REAL(writev)(log_file, parts, count ? 2 : 1);
  REAL(flock)(log_file, LOCK_UN);
  pthread_mutex_unlock(&lock);
  errno = kept;
}

static void note(const char *kind, ino_t file, long long a, long long b, const char *first, const char *second) {
  char line[3 * PATH_MAX];
  snprintf(line, sizeof line, "%s %lld %lld %lld\t%s\t%s\n", kind, (long long)file, a, b, first, second);
  put(line, 0, 0);
}

static void written(int file, const void *bytes, ssize_t count, off_t place) {
  char path[PATH_MAX], line[2 * PATH_MAX];
  if (count <= 0 || log_file < 0 || !path_of(file, path)) return;
  snprintf(line, sizeof line, "write %lld %lld %lld\t%s\t\n", (long long)number(file), (long long)place, (long long)count, path);
  put(line, bytes, count);
}

ssize_t write(int file, const void *bytes, size_t count) {
  ssize_t done = REAL(write)(file, bytes, count);
  off_t end = done > 0 && log_file >= 0 ? lseek(file, 0, SEEK_CUR) : -1;
  if (end >= 0) written(file, bytes, done, end - done);
  return done;
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t place) {
  ssize_t done = REAL(pwrite)(file, bytes, count, place);
  written(file, bytes, done, place);
  return done;
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t place) {
  ssize_t done = REAL(pwrite64)(file, bytes, count, place);
  written(file, bytes, done, place);
  return done;
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  ssize_t done = REAL(writev)(file, parts, count);
  off_t end = done > 0 && log_file >= 0 ? lseek(file, 0, SEEK_CUR) : -1, place = end - done;
  for (int part = 0; end >= 0 && part < count && done > 0; part++) {
    ssize_t size = done < (ssize_t)parts[part].iov_len ? done : (ssize_t)parts[part].iov_len;
    written(file, parts[part].iov_base, size, place);
    place += size;
    done -= size;
  }
  return done;
}

static int opened(int folder, const char *name, int flags, int file, int was_there) {
  char path[PATH_MAX];
  if (file < 0 || log_file < 0 || !(flags & (O_CREAT | O_TRUNC)) || !whole(folder, name, path) || !is_below(path)) return file;
  if (flags & O_CREAT && !was_there) note("create", number(file), 0, 0, path, "");
  else if (flags & O_TRUNC) note("cut", number(file), 0, 0, path, "");
  return file;
}

#define OPEN(name, first, call)                                                  \
  mode_t mode = 0;                                                               \
  if (flags & (O_CREAT | O_TMPFILE)) {                                           \
    va_list list;                                                                \
    va_start(list, flags);                                                       \
    mode = va_arg(list, mode_t);                                                 \
    va_end(list);                                                                \
  }                                                                              \
  int was_there = (flags & O_CREAT) && faccessat(first, path, F_OK, 0) == 0;     \
  return opened(first, path, flags, call, was_there);

int open(const char *path, int flags, ...) { OPEN(open, AT_FDCWD, REAL(open)(path, flags, mode)) }
int open64(const char *path, int flags, ...) { OPEN(open64, AT_FDCWD, REAL(open64)(path, flags, mode)) }
int openat(int folder, const char *path, int flags, ...) { OPEN(openat, folder, REAL(openat)(folder, path, flags, mode)) }
int openat64(int folder, const char *path, int flags, ...) { OPEN(openat64, folder, REAL(openat64)(folder, path, flags, mode)) }

static FILE *streamed(FILE *(*real)(const char *, const char *), const char *path, const char *how) {
  int was_there = faccessat(AT_FDCWD, path, F_OK, 0) == 0;
  FILE *stream = real(path, how);
  if (stream && how[0] != 'r') opened(AT_FDCWD, path, O_CREAT | (how[0] == 'w' ? O_TRUNC : 0), fileno(stream), was_there);
  return stream;
}

FILE *fopen(const char *path, const char *how) { return streamed(REAL(fopen), path, how); }
FILE *fopen64(const char *path, const char *how) { return streamed(REAL(fopen64), path, how); }

/* What a file holds when it is brought to disk: the library writes streams past `write`, and the kernel copies files by itself. */
static void brought(const char *kind, int file) {
  char path[PATH_MAX], line[2 * PATH_MAX], own[64];
  struct stat state;
  int kept = errno;
  if (log_file >= 0 && path_of(file, path) && fstat(file, &state) == 0) {
    snprintf(own, sizeof own, "/proc/self/fd/%d", file);
    int again = S_ISREG(state.st_mode) && state.st_size <= LARGEST ? REAL(open)(own, O_RDONLY | O_CLOEXEC) : -1;
    char *bytes = again >= 0 ? malloc(state.st_size + 1) : 0;
    ssize_t count = bytes ? REAL(pread)(again, bytes, state.st_size, 0) : -1;
    if (count >= 0) {
      snprintf(line, sizeof line, "whole %lld 0 %lld\t%s\t\n", (long long)state.st_ino, (long long)count, path);
      put(line, bytes, count);
    }
    free(bytes);
    if (again >= 0) close(again);
    note(kind, state.st_ino, 0, 0, path, "");
  }
  errno = kept;
}

int fsync(int file) {
  int done = REAL(fsync)(file);
  if (done == 0) brought("sync", file);
  return done;
}

int fdatasync(int file) {
  int done = REAL(fdatasync)(file);
  if (done == 0) brought("sync", file);
  return done;
}

int ftruncate(int file, off_t size) {
  int done = REAL(ftruncate)(file, size);
  char path[PATH_MAX];
  if (done == 0 && log_file >= 0 && path_of(file, path)) note("cut", number(file), size, 0, path, "");
  return done;
}

int ftruncate64(int file, off64_t size) {
  int done = REAL(ftruncate64)(file, size);
  char path[PATH_MAX];
  if (done == 0 && log_file >= 0 && path_of(file, path)) note("cut", number(file), size, 0, path, "");
  return done;
}

static int moved(const char *kind, int from, const char *old, int to, const char *new, int done) {
  char first[PATH_MAX], second[PATH_MAX];
  int kept = errno;
  if (done == 0 && log_file >= 0 && whole(from, old, first) && whole(to, new, second) && (is_below(first) || is_below(second)))
    note(kind, 0, 0, 0, first, second);
  errno = kept;
  return done;
}

int rename(const char *old, const char *new) { return moved("rename", AT_FDCWD, old, AT_FDCWD, new, REAL(rename)(old, new)); }
int renameat(int a, const char *old, int b, const char *new) { return moved("rename", a, old, b, new, REAL(renameat)(a, old, b, new)); }
int renameat2(int a, const char *old, int b, const char *new, unsigned flags) {
  return moved("rename", a, old, b, new, REAL(renameat2)(a, old, b, new, flags));
}
int link(const char *old, const char *new) { return moved("link", AT_FDCWD, old, AT_FDCWD, new, REAL(link)(old, new)); }
int linkat(int a, const char *old, int b, const char *new, int flags) {
  return moved("link", a, old, b, new, REAL(linkat)(a, old, b, new, flags));
}

static int named(const char *kind, int folder, const char *path, int done) {
  char first[PATH_MAX];
  int kept = errno;
  if (done == 0 && log_file >= 0 && whole(folder, path, first) && is_below(first)) note(kind, 0, 0, 0, first, "");
  errno = kept;
  return done;
}

int unlink(const char *path) { return named("unlink", AT_FDCWD, path, REAL(unlink)(path)); }
int remove(const char *path) { return named("unlink", AT_FDCWD, path, REAL(remove)(path)); }
int rmdir(const char *path) { return named("unlink", AT_FDCWD, path, REAL(rmdir)(path)); }
int unlinkat(int folder, const char *path, int flags) { return named("unlink", folder, path, REAL(unlinkat)(folder, path, flags)); }
int mkdir(const char *path, mode_t mode) { return named("mkdir", AT_FDCWD, path, REAL(mkdir)(path, mode)); }
int mkdirat(int folder, const char *path, mode_t mode) { return named("mkdir", folder, path, REAL(mkdirat)(folder, path, mode)); }
