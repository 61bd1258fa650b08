/* kq-media-limits.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-media-limits.h"

#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include "kq-media-protocol.h"

/* The sanitizers reserve more address space than any limit would leave, and are
 * several times slower. */
#if defined (__SANITIZE_ADDRESS__)
#define IS_SANITIZED TRUE
#define SLOWER 8
#else
#define IS_SANITIZED FALSE
#define SLOWER 1
#endif

/* What the libraries need for themselves before the first request */
#define MEMORY_AT_REST (40u * 1024 * 1024)
#define MAX_FILES 64

static gboolean
limit (int    resource,
       rlim_t soft,
       rlim_t hard)
{
  const struct rlimit value = { soft, hard };

  return setrlimit (resource, &value) == 0;
}

/* Bytes of address space that are taken already, mostly by what the libraries
 * map and never touch */
static gsize
mapped (void)
{
  g_autofree char *text = NULL;
  gulong pages = 0;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL) ||
      sscanf (text, "%lu", &pages) != 1)
    return 0;

  return pages * sysconf (_SC_PAGESIZE);
}

/**
 * kq_media_limits_init:
 *
 * Sets the limits that hold for good; called when the libraries are loaded. No
 * file can be written, no other program gain rights, no core be left behind
 * with somebody's picture in it.
 *
 * Returns: whether they hold
 */
gboolean
kq_media_limits_init (void)
{
  gsize memory = mapped () + KQ_MEDIA_MAX_MEMORY - MEMORY_AT_REST;

  /* Each arena of another thread would reserve 64 MiB. */
  mallopt (M_ARENA_MAX, 1);
  /* liborc, which makes code at run time, tries a file for it before memory: it
   * is to see an error. */
  signal (SIGXFSZ, SIG_IGN);

  return limit (RLIMIT_CORE, 0, 0)
         && limit (RLIMIT_FSIZE, 0, 0)
         && limit (RLIMIT_NOFILE, MAX_FILES, MAX_FILES)
         && prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
         && (IS_SANITIZED || limit (RLIMIT_AS, memory, memory));
}

static void
set_timer (time_t seconds)
{
  const struct itimerval value = { .it_value = { seconds, 0 } };

  setitimer (ITIMER_PROF, &value, NULL);
}

/**
 * kq_media_limits_begin:
 *
 * From now on a request may take its processor time: of all threads together,
 * and then SIGPROF ends the process. RLIMIT_CPU, which counts whole seconds of
 * the process's life, stands behind it.
 */
void
kq_media_limits_begin (void)
{
  struct rusage usage;
  struct rlimit cpu;

  getrusage (RUSAGE_SELF, &usage);
  getrlimit (RLIMIT_CPU, &cpu);
  cpu.rlim_cur = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
                 + 2 + (KQ_MEDIA_MAX_SECONDS + 1) * SLOWER;
  setrlimit (RLIMIT_CPU, &cpu);
  set_timer (KQ_MEDIA_MAX_SECONDS * SLOWER);
}

/**
 * kq_media_limits_end:
 *
 * A request is answered: the time that passes now is nobody's.
 */
void
kq_media_limits_end (void)
{
  set_timer (0);
}
