/* A power cut for the tests. Loaded into the gateway by LD_PRELOAD, it notes, for each file below
 * POWERCUT_DIR, what every write overwrites, until the file is synced. After a kill, powercut.rs puts the
 * overwritten bytes back: the file is then what a disk holds that kept nothing but what was synced.
 *
 * The note of a write is appended to POWERCUT_LOG/<file name> before the write happens:
 *   offset, length of old bytes, file size before (three 64-bit numbers), old bytes.
 * A sync empties the note after it succeeded. A kill in between makes the loss larger, never smaller, and
 * nothing was acknowledged yet.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* The note's path for fd, or 0 if the file is none of ours. -shm is memory, rebuilt after a crash. */
static int note_path(int fd, char *out, size_t size) {
    const char *dir = getenv("POWERCUT_DIR"), *log = getenv("POWERCUT_LOG");
    char link[64], path[4096];
    if (!dir || !log) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n <= 0) return 0;
    path[n] = 0;
    if (strncmp(path, dir, strlen(dir)) != 0) return 0;
    if (n > 4 && strcmp(path + n - 4, "-shm") == 0) return 0;
    const char *name = strrchr(path, '/');
    snprintf(out, size, "%s/%s", log, name + 1);
    return 1;
}

static void note(int fd, int64_t offset, int64_t length) {
    char path[4096];
    struct stat st;
    if (!note_path(fd, path, sizeof path) || fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) return;
    int64_t old = st.st_size > offset ? st.st_size - offset : 0;
    if (old > length) old = length;
    int64_t *record = malloc(24 + old);
    if (!record) abort();
    record[0] = offset;
    record[2] = st.st_size;
    /* Read by the program's own handle: opening and closing another would drop its locks on the file. A
     * file opened for writing alone has no locks of SQLite's, and is read by a handle of ours. */
    int64_t got = old > 0 ? REAL(pread)(fd, record + 3, old, offset) : 0;
    if (got < 0) {
        char self[64];
        snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
        int reader = open(self, O_RDONLY | O_CLOEXEC);
        if (reader < 0) abort();
        got = REAL(pread)(reader, record + 3, old, offset);
        close(reader);
    }
    record[1] = got > 0 ? got : 0;
    int out = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (out < 0 || REAL(write)(out, record, 24 + record[1]) != 24 + record[1]) abort();
    close(out);
    free(record);
}

static void forget(int fd) {
    char path[4096];
    if (note_path(fd, path, sizeof path)) truncate(path, 0);
}

ssize_t write(int fd, const void *bytes, size_t length) {
    pthread_mutex_lock(&lock);
    int64_t offset = lseek(fd, 0, SEEK_CUR);
    if (offset >= 0) note(fd, offset, length);
    ssize_t done = REAL(write)(fd, bytes, length);
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
    pthread_mutex_lock(&lock);
    note(fd, offset, length);
    ssize_t done = REAL(pwrite)(fd, bytes, length, offset);
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
    pthread_mutex_lock(&lock);
    note(fd, offset, length);
    ssize_t done = REAL(pwrite64)(fd, bytes, length, offset);
    pthread_mutex_unlock(&lock);
    return done;
}

int ftruncate(int fd, off_t size) {
    pthread_mutex_lock(&lock);
    note(fd, size, INT64_MAX);
    int done = REAL(ftruncate)(fd, size);
    pthread_mutex_unlock(&lock);
    return done;
}

int ftruncate64(int fd, off64_t size) {
    pthread_mutex_lock(&lock);
    note(fd, size, INT64_MAX);
    int done = REAL(ftruncate64)(fd, size);
    pthread_mutex_unlock(&lock);
    return done;
}

int fsync(int fd) {
    pthread_mutex_lock(&lock);
    int done = REAL(fsync)(fd);
    if (done == 0) forget(fd);
    pthread_mutex_unlock(&lock);
    return done;
}

int fdatasync(int fd) {
    pthread_mutex_lock(&lock);
    int done = REAL(fdatasync)(fd);
    if (done == 0) forget(fd);
    pthread_mutex_unlock(&lock);
    return done;
}
