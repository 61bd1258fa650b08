/* times.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "times.h"

#include <stdlib.h>
#include <time.h>

/**
 * bench_get_busy:
 *
 * Returns: milliseconds that this thread alone has worked, whatever else the
 *   machine does
 */
double
bench_get_busy (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
compare (const void *a,
         const void *b)
{
  const double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* From the least to the most, so that the median and others can be read */
void
bench_sort_times (double *times,
                  guint   n)
{
  qsort (times, n, sizeof times[0], compare);
}
