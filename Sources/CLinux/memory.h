#ifndef VIRKNING_MEMORY_H
#define VIRKNING_MEMORY_H

#include <malloc.h>

/* Has blocks of at least so many bytes go back to the system as soon as they are freed. By itself
   the C library raises that bound to the largest block freed so far, and then keeps as much. */
static inline void return_blocks_from(int bytes) {
    mallopt(M_MMAP_THRESHOLD, bytes);
}

#endif
