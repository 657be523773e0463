#ifndef VIRKNING_PREFETCH_H
#define VIRKNING_PREFETCH_H

/* Has memory fetched that will be read soon; Swift has no word for it. */
static inline void fetch_ahead(const void *memory) {
    __builtin_prefetch(memory);
}

#endif
