#ifndef VIRKNING_EXCHANGE_H
#define VIRKNING_EXCHANGE_H

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Swaps two paths in one step. Swift's C library module does not show renameat2, and a variadic
   syscall cannot be called from Swift. */
static inline int exchange_paths(const char *first, const char *second) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, 2u /* RENAME_EXCHANGE */);
}

#endif
