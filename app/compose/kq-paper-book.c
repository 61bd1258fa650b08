/* kq-paper-book.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-paper-book.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "kq-money.h"
#include "kq-paper-private.h"

/* Rows that a chart is drawn of: ten years of days */
#define MAX_ROWS 4000
/* Points for a heading and the beginning of what it heads */
#define WITH_TABLE 90
#define WITH_CHART 270
/* Characters of one cell */
#define MAX_TEXT 600

struct _KqPaperBook {
  KqBook           parent_instance;

  GByteArray      *bytes;     /* (owned) */
  cairo_surface_t *surface;   /* (owned) */
  KqPaper          paper;
  char            *currency;  /* (owned) */
  KqPaperSheet    *sheet;     /* (owned) (nullable): that is written */
};

G_DEFINE_FINAL_TYPE (KqPaperBook, kq_paper_book, KQ_TYPE_BOOK)

/* Lays the table out that has been written. */
static void
flush (KqPaperBook *self)
{
  g_autoptr (KqPaperSheet) sheet = g_steal_pointer (&self->sheet);

  if (sheet == NULL)
    return;

  /* The row that was begun */
  g_ptr_array_set_size (sheet->rows, sheet->rows->len - 1);
  self->paper.y += 12;
  /* No heading alone at the foot of a page */
  kq_paper_need (&self->paper, sheet->charts->len > 0 ? WITH_CHART : WITH_TABLE);
  cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, sheet->name,
                                 "", 0);
  kq_paper_add_heading (&self->paper, sheet->name, 13);
  for (guint i = 0; i < sheet->charts->len; i++)
    kq_paper_add_chart (&self->paper, sheet, &g_array_index (sheet->charts, KqPaperChart, i));
  kq_paper_add_table (&self->paper, sheet);
}

static void
kq_paper_book_begin_sheet (KqBook             *book,
                           const char         *name,
                           const char * const *header)
{
  KqPaperBook *self = KQ_PAPER_BOOK (book);

  flush (self);
  self->sheet = kq_paper_sheet_new (name, header);
}

/* Takes @text. */
static void
add (KqBook   *book,
     char     *text,
     double    number,
     gboolean  is_number)
{
  KqPaperSheet *sheet = KQ_PAPER_BOOK (book)->sheet;
  KqPaperCell cell = { text, number, is_number };

  g_array_append_val (g_ptr_array_index (sheet->rows, sheet->rows->len - 1), cell);
}

/* Nobody reads on without end, and of what controls a terminal only the ends of lines
 * mean something here. */
static void
kq_paper_book_add_text (KqBook     *book,
                        const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  char *cut = g_utf8_strlen (valid, -1) > MAX_TEXT ? g_utf8_substring (valid, 0, MAX_TEXT)
                                                   : g_steal_pointer (&valid);

  for (char *at = cut; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at) && *at != '\n')
      *at = ' ';
  add (book, cut, 0, FALSE);
}

static void
kq_paper_book_add_count (KqBook *book,
                         gint64  count)
{
  add (book, kq_count_format (count), count, TRUE);
}

static void
kq_paper_book_add_money (KqBook *book,
                         gint64  fen)
{
  add (book, kq_money_format (fen, KQ_PAPER_BOOK (book)->currency), fen / 100., TRUE);
}

static void
kq_paper_book_add_permille (KqBook *book,
                            gint64  permille)
{
  add (book, g_strdup_printf ("%.1f%%", permille / 10.), permille / 1000., TRUE);
}

static void
kq_paper_book_add_nothing (KqBook *book)
{
  add (book, NULL, 0, FALSE);
}

static void
kq_paper_book_end_row (KqBook *book)
{
  KqPaperSheet *sheet = KQ_PAPER_BOOK (book)->sheet;
  GArray *last = g_ptr_array_index (sheet->rows, sheet->rows->len - 1);

  if (sheet->rows->len > MAX_ROWS)
    {
      g_array_set_size (last, 0);
      sheet->n_dropped++;
      return;
    }

  kq_paper_sheet_begin_row (sheet);
}

static void
kq_paper_book_add_chart (KqBook      *book,
                         KqBookChart  kind,
                         const char  *title,
                         guint        names,
                         const guint *values,
                         guint        n_values)
{
  KqPaperChart chart = {
    kind, g_strdup (title), names, g_memdup2 (values, n_values * sizeof *values), n_values
  };

  g_array_append_val (KQ_PAPER_BOOK (book)->sheet->charts, chart);
}

static GBytes *
kq_paper_book_finish (KqBook  *book,
                      GError **error)
{
  KqPaperBook *self = KQ_PAPER_BOOK (book);
  cairo_status_t status;

  flush (self);
  kq_paper_end_page (&self->paper);
  status = cairo_status (self->paper.cr);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("a PDF file can’t be written: %s"),
               cairo_status_to_string (status));
  return NULL;
}

static cairo_status_t
append (void                *data,
        const unsigned char *bytes,
        unsigned int         length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
kq_paper_book_finalize (GObject *object)
{
  KqPaperBook *self = KQ_PAPER_BOOK (object);

  /* It writes what is left as it goes. */
  cairo_surface_finish (self->surface);
  cairo_destroy (self->paper.cr);
  cairo_surface_destroy (self->surface);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_pointer (&self->sheet, kq_paper_sheet_free);
  g_free (self->paper.title);
  g_free (self->currency);

  G_OBJECT_CLASS (kq_paper_book_parent_class)->finalize (object);
}

static void
kq_paper_book_class_init (KqPaperBookClass *klass)
{
  KqBookClass *book_class = KQ_BOOK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kq_paper_book_finalize;
  book_class->begin_sheet = kq_paper_book_begin_sheet;
  book_class->add_text = kq_paper_book_add_text;
  book_class->add_count = kq_paper_book_add_count;
  book_class->add_money = kq_paper_book_add_money;
  book_class->add_permille = kq_paper_book_add_permille;
  book_class->add_nothing = kq_paper_book_add_nothing;
  book_class->end_row = kq_paper_book_end_row;
  book_class->add_chart = kq_paper_book_add_chart;
  book_class->finish = kq_paper_book_finish;
}

static void
kq_paper_book_init (KqPaperBook *self)
{
  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (append, self->bytes, KQ_PAPER_WIDTH,
                                                       KQ_PAPER_HEIGHT);
  self->paper.cr = cairo_create (self->surface);
}

/**
 * kq_paper_book_new:
 * @title: what it is about
 * @currency: ISO 4217 code of its money
 *
 * Returns: (transfer full): pages without a table
 */
KqBook *
kq_paper_book_new (const char *title,
                   const char *currency)
{
  KqPaperBook *self = g_object_new (KQ_TYPE_PAPER_BOOK, NULL);

  self->paper.title = g_utf8_make_valid (title, -1);
  self->currency = g_strdup (currency);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, self->paper.title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Kaquan");
  kq_paper_begin_page (&self->paper);
  kq_paper_add_heading (&self->paper, self->paper.title, 20);

  return KQ_BOOK (self);
}
