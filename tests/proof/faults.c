/* Loaded before libc (LD_PRELOAD): numbers every call that changes a file below one folder, in this process and in all
 * that it starts, and makes the one numbered FAULTS_AT fail.
 *
 *   FAULTS_ROOT   the folder, as a real path
 *   FAULTS_TRACE  a file outside it that gets one line a call: number, name, path; number 0 for a file opened to be read
 *   FAULTS_AT     the number of the call that fails; 0: none
 *   FAULTS_HOW    "kill": the process is killed before the call; "torn": killed after half of what it writes;
 *                 else an errno, which that call gives; "ENOSPC" also gives it to all that need room after it
 *
 * The environment is read at the first call, so that a process forked later may set its own.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static struct { long count; } *shared;
static char root[PATH_MAX];
static long at;
static int error, torn, disk_full, trace = -1, armed;

/* Called by the driver in the process that shall be watched; also each of its children goes on counting. */
void faults_arm(const char *folder, const char *trace_file, long point, const char *how, int number) {
    strncpy(root, folder, sizeof root - 1);
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    trace = syscall(SYS_openat, AT_FDCWD, trace_file, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
    at = point;
    error = number;
    torn = !strcmp(how, "torn");
    disk_full = number == ENOSPC;
    armed = 1;
}

static int below(const char *path) {
    size_t length = strlen(root);
    return armed && path && !strncmp(path, root, length) && (path[length] == '/' || !path[length]);
}

static const char *of_path(const char *path, char *buffer) {
    if (!armed || !path) return NULL;
    if (path[0] == '/') return path;
    char folder[PATH_MAX];
    if (!getcwd(folder, sizeof folder)) return NULL;
    snprintf(buffer, PATH_MAX, "%s/%s", folder, path);
    return buffer;
}

static const char *of_descriptor(int descriptor, char *buffer) {
    if (!armed || descriptor < 0) return NULL;
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, buffer, PATH_MAX - 1);
    if (length < 0) return NULL;
    buffer[length] = 0;
    return buffer;
}

/* A path that is meant from an open folder. */
static const char *of_place(int directory, const char *path, char *buffer) {
    if (!armed || !path) return NULL;
    if (directory == AT_FDCWD || path[0] == '/') return of_path(path, buffer);
    if (!of_descriptor(directory, buffer)) return NULL;
    size_t length = strlen(buffer);
    snprintf(buffer + length, PATH_MAX - length, "/%s", path);
    return buffer;
}

static void tell(long number, const char *call, const char *path) {
    char line[PATH_MAX + 64];
    int length = snprintf(line, sizeof line, "%ld %s %s\n", number, call, path + strlen(root));
    if (length > 0) syscall(SYS_write, trace, line, (size_t)length);
}

enum { PASS, FAIL, HALF };

/* What becomes of this call; `room` says that it takes space on the disk. */
static int due(const char *call, const char *path, int room) {
    if (!below(path)) return PASS;
    long number = __sync_add_and_fetch(&shared->count, 1);
    tell(number, call, path);
    if (!at || number < at) return PASS;
    if (number > at) {
        if (disk_full && room) { errno = ENOSPC; return FAIL; }
        return PASS;
    }
    if (torn && strstr(call, "write")) return HALF;
    if (!error) { kill(getpid(), SIGKILL); pause(); }
    errno = error;
    return FAIL;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int opened(const char *path, int flags, mode_t mode, int directory, const char *call) {
    char buffer[PATH_MAX];
    const char *full = of_place(directory, path, buffer);
    if (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) {
        if (due(call, full, (flags & O_CREAT) != 0)) return -1;
    } else if (below(full)) {
        tell(0, "read", full);
    }
    return (int)syscall(SYS_openat, directory, path, flags, mode);
}

#define MODE mode_t mode = 0; if (flags & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, flags); \
    mode = va_arg(list, mode_t); va_end(list); }

int open(const char *path, int flags, ...) { MODE return opened(path, flags, mode, AT_FDCWD, "open"); }
int open64(const char *path, int flags, ...) { MODE return opened(path, flags, mode, AT_FDCWD, "open"); }
int openat(int directory, const char *path, int flags, ...) { MODE return opened(path, flags, mode, directory, "open"); }
int openat64(int directory, const char *path, int flags, ...) { MODE return opened(path, flags, mode, directory, "open"); }

static void written_half(void) { kill(getpid(), SIGKILL); pause(); }

ssize_t write(int descriptor, const void *data, size_t length) {
    char buffer[PATH_MAX];
    int fate = due("write", of_descriptor(descriptor, buffer), 1);
    if (fate == FAIL) return -1;
    if (fate == HALF) { syscall(SYS_write, descriptor, data, length / 2); written_half(); }
    return syscall(SYS_write, descriptor, data, length);
}

static ssize_t placed(int descriptor, const void *data, size_t length, off_t offset) {
    char buffer[PATH_MAX];
    int fate = due("pwrite", of_descriptor(descriptor, buffer), 1);
    if (fate == FAIL) return -1;
    if (fate == HALF) { syscall(SYS_pwrite64, descriptor, data, length / 2, offset); written_half(); }
    return syscall(SYS_pwrite64, descriptor, data, length, offset);
}

ssize_t pwrite(int descriptor, const void *data, size_t length, off_t offset) { return placed(descriptor, data, length, offset); }
ssize_t pwrite64(int descriptor, const void *data, size_t length, off_t offset) { return placed(descriptor, data, length, offset); }

/* Half of what several pieces hold: as many of the first as make it up, the last of them cut. */
static ssize_t half_of(int descriptor, const struct iovec *pieces, int count, off_t offset, int placed_) {
    size_t whole = 0;
    for (int i = 0; i < count; i++) whole += pieces[i].iov_len;
    for (size_t left = whole / 2, i = 0; left; i++) {
        size_t some = pieces[i].iov_len < left ? pieces[i].iov_len : left;
        if (placed_) syscall(SYS_pwrite64, descriptor, pieces[i].iov_base, some, offset);
        else syscall(SYS_write, descriptor, pieces[i].iov_base, some);
        left -= some;
        offset += some;
    }
    written_half();
    return -1;
}

ssize_t writev(int descriptor, const struct iovec *pieces, int count) {
    char buffer[PATH_MAX];
    int fate = due("writev", of_descriptor(descriptor, buffer), 1);
    if (fate == FAIL) return -1;
    if (fate == HALF) return half_of(descriptor, pieces, count, 0, 0);
    return syscall(SYS_writev, descriptor, pieces, count);
}

ssize_t pwritev(int descriptor, const struct iovec *pieces, int count, off_t offset) {
    char buffer[PATH_MAX];
    int fate = due("pwritev", of_descriptor(descriptor, buffer), 1);
    if (fate == FAIL) return -1;
    if (fate == HALF) return half_of(descriptor, pieces, count, offset, 1);
    return REAL(pwritev)(descriptor, pieces, count, offset);
}

ssize_t pwritev64(int descriptor, const struct iovec *pieces, int count, off_t offset) { return pwritev(descriptor, pieces, count, offset); }

/* What the system copies from file to file counts as written to the target. */
ssize_t sendfile(int target, int source, off_t *offset, size_t length) {
    char buffer[PATH_MAX];
    int fate = due("sendfile-write", of_descriptor(target, buffer), 1);
    if (fate == FAIL) return -1;
    if (fate == HALF) { syscall(SYS_sendfile, target, source, offset, length / 2); written_half(); }
    return syscall(SYS_sendfile, target, source, offset, length);
}

ssize_t sendfile64(int target, int source, off_t *offset, size_t length) { return sendfile(target, source, offset, length); }

ssize_t copy_file_range(int source, off_t *from, int target, off_t *to, size_t length, unsigned flags) {
    char buffer[PATH_MAX];
    int fate = due("copy-write", of_descriptor(target, buffer), 1);
    if (fate == FAIL) return -1;
    if (fate == HALF) { syscall(SYS_copy_file_range, source, from, target, to, length / 2, flags); written_half(); }
    return syscall(SYS_copy_file_range, source, from, target, to, length, flags);
}

#define OF_DESCRIPTOR(name, room, parameters, arguments) \
    int name parameters { \
        char buffer[PATH_MAX]; \
        if (due(#name, of_descriptor(descriptor, buffer), room)) return -1; \
        return REAL(name) arguments; \
    }

OF_DESCRIPTOR(fsync, 0, (int descriptor), (descriptor))
OF_DESCRIPTOR(fdatasync, 0, (int descriptor), (descriptor))
OF_DESCRIPTOR(ftruncate, 0, (int descriptor, off_t length), (descriptor, length))
OF_DESCRIPTOR(ftruncate64, 0, (int descriptor, off_t length), (descriptor, length))
OF_DESCRIPTOR(fchmod, 0, (int descriptor, mode_t mode), (descriptor, mode))

/* posix_fallocate gives its error back instead of setting errno. */
int posix_fallocate(int descriptor, off_t offset, off_t length) {
    char buffer[PATH_MAX];
    if (due("posix_fallocate", of_descriptor(descriptor, buffer), 1)) return errno;
    return REAL(posix_fallocate)(descriptor, offset, length);
}

#define OF_PATH(name, room, parameters, arguments) \
    int name parameters { \
        char buffer[PATH_MAX]; \
        if (due(#name, of_path(path, buffer), room)) return -1; \
        return REAL(name) arguments; \
    }

OF_PATH(rename, 1, (const char *path, const char *target), (path, target))
OF_PATH(unlink, 0, (const char *path), (path))
OF_PATH(link, 1, (const char *path, const char *target), (path, target))
OF_PATH(symlink, 1, (const char *path, const char *target), (path, target))
OF_PATH(mkdir, 1, (const char *path, mode_t mode), (path, mode))
OF_PATH(rmdir, 0, (const char *path), (path))
OF_PATH(chmod, 0, (const char *path, mode_t mode), (path, mode))
OF_PATH(truncate, 0, (const char *path, off_t length), (path, length))

#define OF_PLACE(name, room, parameters, arguments) \
    int name parameters { \
        char buffer[PATH_MAX]; \
        if (due(#name, of_place(directory, path, buffer), room)) return -1; \
        return REAL(name) arguments; \
    }

OF_PLACE(fchmodat, 0, (int directory, const char *path, mode_t mode, int flags), (directory, path, mode, flags))
OF_PLACE(renameat, 1, (int directory, const char *path, int target_directory, const char *target), (directory, path, target_directory, target))
OF_PLACE(renameat2, 1, (int directory, const char *path, int target_directory, const char *target, unsigned flags), (directory, path, target_directory, target, flags))
OF_PLACE(linkat, 1, (int directory, const char *path, int target_directory, const char *target, int flags), (directory, path, target_directory, target, flags))
OF_PLACE(unlinkat, 0, (int directory, const char *path, int flags), (directory, path, flags))
OF_PLACE(mkdirat, 1, (int directory, const char *path, mode_t mode), (directory, path, mode))
