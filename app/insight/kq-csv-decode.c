/* kq-csv-decode.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-csv-decode.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

struct _KqCsvDecoder {
  GBytes     *bytes;      /* (owned) */
  const char *data;
  gsize       length;
  gsize       place;      /* how far it is read */
  GIConv      converter;  /* of what isn't UTF-8; (GIConv) -1 for none */
  guint       lines;      /* ended in what was converted so far */
  guint       utf8_lines; /* up to which it would have been UTF-8 */
  char        buffer[KQ_CSV_PIECE];
};

G_DEFINE_QUARK (kq-csv-error-quark, kq_csv_error)

static guint
count_lines (const char *text,
             gsize       length)
{
  const char *end = text + length;
  guint n = 0;

  for (const char *p = text; (p = memchr (p, '\n', end - p)) != NULL; p++)
    n++;

  return n;
}

static gboolean
begins_with (KqCsvDecoder *self,
             const char   *mark,
             gsize         length)
{
  return self->length >= length && memcmp (self->data, mark, length) == 0;
}

/* Takes the encoding that the file begins with, if it says so. */
static const char *
read_mark (KqCsvDecoder *self)
{
  static const struct {
    const char *mark;
    gsize       length;
    const char *encoding;
  } marks[] = {
    { "\xef\xbb\xbf", 3, "UTF-8" },
    { "\xff\xfe", 2, "UTF-16LE" },
    { "\xfe\xff", 2, "UTF-16BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (begins_with (self, marks[i].mark, marks[i].length))
      {
        self->place = marks[i].length;
        return marks[i].encoding;
      }

  return NULL;
}

static gboolean
refuse_nul (KqCsvDecoder  *self,
            const char    *nul,
            GError       **error)
{
  g_set_error (error, KQ_CSV_ERROR, KQ_CSV_ERROR_ENCODING,
               _("line %u: a NUL character; this is no table, or one in UTF-16 without a mark: "
                 "save it as CSV UTF-8"), count_lines (self->data, nul - self->data) + 1);

  return FALSE;
}

static gboolean
refuse_text (guint    line,
             GError **error)
{
  g_set_error (error, KQ_CSV_ERROR, KQ_CSV_ERROR_ENCODING,
               _("line %u: neither UTF-8 nor GB18030; save it as CSV UTF-8"), line);

  return FALSE;
}

/* What is neither marked nor UTF-8 is GB18030, what Chinese spreadsheets write. */
static gboolean
choose (KqCsvDecoder  *self,
        GError       **error)
{
  const char *marked = read_mark (self), *stop;
  gboolean is_wide = marked != NULL && g_str_has_prefix (marked, "UTF-16");

  if (!is_wide)
    {
      const char *nul = memchr (self->data, '\0', self->length);

      if (nul != NULL)
        return refuse_nul (self, nul, error);
      if (g_utf8_validate_len (self->data + self->place, self->length - self->place, &stop))
        return TRUE;
      self->utf8_lines = count_lines (self->data, stop - self->data);
      if (marked != NULL)
        return refuse_text (self->utf8_lines + 1, error);
    }

  self->converter = g_iconv_open ("UTF-8", is_wide ? marked : "GB18030");
  if (self->converter == (GIConv) -1)
    return refuse_text (1, error);

  return TRUE;
}

/*
 * kq_csv_decoder_new:
 * @bytes: a file
 * @error: return location for an error of #KqCsvError
 *
 * Returns: (transfer full) (nullable): its text, to be read
 */
KqCsvDecoder *
kq_csv_decoder_new (GBytes  *bytes,
                    GError **error)
{
  g_autoptr (KqCsvDecoder) self = g_new0 (KqCsvDecoder, 1);

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->length);
  self->converter = (GIConv) -1;
  if (self->length > 0 && !choose (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
kq_csv_decoder_free (KqCsvDecoder *self)
{
  if (self->converter != (GIConv) -1)
    g_iconv_close (self->converter);
  g_bytes_unref (self->bytes);
  g_free (self);
}

/* The text is the file's own. */
static gssize
next_as_is (KqCsvDecoder  *self,
            const char   **text)
{
  gsize length = MIN (self->length - self->place, KQ_CSV_PIECE);

  *text = self->data + self->place;
  self->place += length;

  return length;
}

static gssize
next_converted (KqCsvDecoder  *self,
                const char   **text,
                GError       **error)
{
  char *in = (char *) self->data + self->place, *out = self->buffer;
  gsize in_left = self->length - self->place, out_left = sizeof self->buffer;
  gboolean failed = in_left > 0 &&
                    g_iconv (self->converter, &in, &in_left, &out, &out_left) == (gsize) -1 &&
                    errno != E2BIG;
  gsize length = sizeof self->buffer - out_left;

  /* What was good before it goes first: then the line can be told. It is the one
   * up to which the likelier encoding came. */
  if (failed && length == 0)
    {
      refuse_text (MAX (self->lines, self->utf8_lines) + 1, error);
      return -1;
    }
  self->lines += count_lines (self->buffer, length);
  self->place = self->length - in_left;
  *text = self->buffer;
  if (memchr (self->buffer, '\0', length) == NULL)
    return length;

  g_set_error (error, KQ_CSV_ERROR, KQ_CSV_ERROR_ENCODING, _("line %u: a NUL character"),
               self->lines + 1);
  return -1;
}

/*
 * kq_csv_decoder_next:
 * @self: a text
 * @text: (out): the next piece of it, in UTF-8, until the next call
 * @error: return location for an error of #KqCsvError
 *
 * Returns: its bytes, 0 at the end, -1 with an error. A piece may end within a
 *   character
 */
gssize
kq_csv_decoder_next (KqCsvDecoder  *self,
                     const char   **text,
                     GError       **error)
{
  return self->converter == (GIConv) -1 ? next_as_is (self, text)
                                        : next_converted (self, text, error);
}

/* From 0 to 1 */
double
kq_csv_decoder_get_done (KqCsvDecoder *self)
{
  return self->length > 0 ? (double) self->place / self->length : 1;
}
