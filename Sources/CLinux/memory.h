#ifndef VIRKNING_MEMORY_H
#define VIRKNING_MEMORY_H

#include <malloc.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>

/* Has blocks of at least so many bytes go back to the system as soon as they are freed. By itself
   the C library raises that bound to the largest block freed so far, and then keeps as much. */
static inline void return_blocks_from(int bytes) {
    mallopt(M_MMAP_THRESHOLD, bytes);
}

/* Has memory that is about to be filled come in pages of two megabytes where the system has them,
   instead of one by one in five hundred small ones for each. */
static inline void fill_by_large_pages(void *memory, size_t bytes) {
    const uintptr_t page = 4096;
    uintptr_t first = ((uintptr_t)memory + page - 1) & ~(page - 1);
    uintptr_t end = ((uintptr_t)memory + bytes) & ~(page - 1);
    if (end > first) madvise((void *)first, end - first, MADV_HUGEPAGE);
}

#endif
