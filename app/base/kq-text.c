/* kq-text.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-money.h"
#include "kq-text-private.h"

/* Characters that a message quotes */
#define QUOTED 40

static gunichar
to_half_width (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e)
    return c - 0xff01 + '!';
  if (c == 0x3000)
    return ' ';
  if (c == 0xffe5)
    return 0xa5;

  return c;
}

/**
 * kq_text_to_half_width:
 * @text: a text as typed
 *
 * Turns what a Chinese input method writes in full width (digits, Latin
 * letters, ASCII punctuation, the space and the yen sign) into half width. All
 * else stays; what isn't UTF-8 becomes U+FFFD.
 *
 * Returns: (transfer full): the text
 */
char *
kq_text_to_half_width (const char *text)
{
  g_autofree char *valid = NULL;
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  out = g_string_new (NULL);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (out, to_half_width (g_utf8_get_char (p)));

  return g_string_free (out, FALSE);
}

/*
 * kq_text_quote:
 * @text: a text of any length, UTF-8 or not
 *
 * Returns: (transfer full): what a message quotes of it, valid UTF-8
 */
char *
kq_text_quote (const char *text)
{
  /* Cut first: no character has more than four bytes. */
  g_autofree char *cut = g_strndup (text, QUOTED * 4 + 4);
  g_autofree char *valid = g_utf8_make_valid (cut, -1);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (valid, -1) <= QUOTED)
    return g_steal_pointer (&valid);

  start = g_utf8_substring (valid, 0, QUOTED);
  return g_strconcat (start, "…", NULL);
}
