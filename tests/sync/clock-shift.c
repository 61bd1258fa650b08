/* clock-shift.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

/* For a program that is started with this preloaded, the clock on the wall is
 * wrong by KQ_CLOCK_SHIFT seconds. */

static time_t
get_shift (void)
{
  const char *shift = getenv ("KQ_CLOCK_SHIFT");

  return shift != NULL ? strtoll (shift, NULL, 10) : 0;
}

int
clock_gettime (clockid_t        clock,
               struct timespec *now)
{
  int (*real) (clockid_t, struct timespec *);
  int result;

  real = (int (*) (clockid_t, struct timespec *)) dlsym (RTLD_NEXT, "clock_gettime");
  result = real (clock, now);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
    now->tv_sec += get_shift ();

  return result;
}

int
gettimeofday (struct timeval *restrict now,
              void           *restrict zone)
{
  struct timespec precise;
  int result = clock_gettime (CLOCK_REALTIME, &precise);

  now->tv_sec = precise.tv_sec;
  now->tv_usec = precise.tv_nsec / 1000;

  return result;
}

time_t
time (time_t *now)
{
  struct timespec precise;

  if (clock_gettime (CLOCK_REALTIME, &precise) != 0)
    return -1;
  if (now != NULL)
    *now = precise.tv_sec;

  return precise.tv_sec;
}
