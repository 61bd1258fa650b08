/* kq-fit-verdict.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-fit-verdict.h"

#include <glib/gi18n-lib.h>

#include "kq-image-check.h"
#include "kq-picture-misses.h"

/* Larger than it was, but nobody sees it */
#define UNSEEN 1.005

/**
 * KqFitVerdict:
 *
 * What the file is, whether it is taken, and what isn't as good as it could be.
 */
struct _KqFitVerdict {
  AdwBin      parent_instance;

  GtkSpinner *spinner;
  GtkImage   *icon;
  GtkLabel   *title;
  GtkLabel   *text;
  GtkLabel   *enlarged;
  GtkBox     *misses;
};

G_DEFINE_FINAL_TYPE (KqFitVerdict, kq_fit_verdict, ADW_TYPE_BIN)

static void
kq_fit_verdict_class_init (KqFitVerdictClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "fitverdict");
}

static GtkLabel *
append_label (GtkWidget  *box,
              const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static GtkWidget *
make_signs (KqFitVerdict *self)
{
  GtkWidget *signs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_valign (signs, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (signs), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (signs), GTK_WIDGET (self->icon));

  return signs;
}

static void
kq_fit_verdict_init (KqFitVerdict *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->title = append_label (words, "title");
  self->text = append_label (words, "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "hint");
  self->enlarged = append_label (words, "enlarged");
  self->misses = GTK_BOX (kq_picture_misses_new ());
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->misses));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), make_signs (self));
  gtk_box_append (GTK_BOX (box), words);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* %NULL for both where it isn't known yet */
static void
set_sign (KqFitVerdict *self,
          const char   *icon,
          const char   *style)
{
  static const char * const styles[] = { "success", "error" };

  gtk_spinner_set_spinning (self->spinner, icon == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), icon == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  gtk_image_set_from_icon_name (self->icon, icon);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), styles[i]);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), style);
}

static char *
describe_enlarging (const KqFitted *fitted)
{
  if (fitted->scale <= UNSEEN)
    return NULL;

  return g_strdup_printf (_("Made %.2f times as large: it may look soft. A larger picture, or more "
                            "of this one, is sharper."), fitted->scale);
}

static char *
describe_file (const KqFitted     *fitted,
               const KqImageFacts *facts)
{
  g_autofree char *file = kq_image_facts_describe (facts);

  if (g_strcmp0 (facts->type, "image/jpeg") == 0)
    /* Translators: what a file is, and the quality of JPEG, up to 100 */
    return g_strdup_printf (_("%s · quality %u"), file, fitted->quality);
  if (fitted->quality < 100)
    return g_strdup_printf (_("%s · colours reduced"), file);

  return g_steal_pointer (&file);
}

static void
show_result (KqFitVerdict      *self,
             KqFitJob          *job,
             const KqImageKind *kind)
{
  const KqFitted *fitted = kq_fit_job_get_fitted (job);
  const KqImageFacts *facts = kq_fit_job_get_facts (job);
  g_autoptr (GArray) misses = kq_image_check (facts, kind);
  gboolean taken = !kq_image_misses_have_error (misses);
  g_autofree char *text = describe_file (fitted, facts);
  g_autofree char *enlarged = describe_enlarging (fitted);

  set_sign (self, taken ? "kq-fine-symbolic" : "kq-error-symbolic", taken ? "success" : "error");
  set_line (self->title, taken ? _("Fits") : _("The platform won’t take it"));
  set_line (self->text, text);
  set_line (self->enlarged, enlarged);
  kq_picture_misses_show (self->misses, misses);
}

static void
show_words (KqFitVerdict *self,
            const char   *title,
            const char   *text)
{
  set_line (self->title, title);
  set_line (self->text, text);
  set_line (self->enlarged, NULL);
  kq_picture_misses_show (self->misses, NULL);
}

/**
 * kq_fit_verdict_show:
 * @self: a verdict
 * @job: a job whose picture is open
 * @kind: what the picture is to be
 *
 * Says what is known by now.
 */
void
kq_fit_verdict_show (KqFitVerdict      *self,
                     KqFitJob          *job,
                     const KqImageKind *kind)
{
  g_return_if_fail (KQ_IS_FIT_VERDICT (self));
  g_return_if_fail (KQ_IS_FIT_JOB (job));
  g_return_if_fail (kind != NULL);

  if (kq_fit_job_is_busy (job))
    {
      set_sign (self, NULL, NULL);
      show_words (self, _("Fitting…"), " ");
    }
  else if (kq_fit_job_get_error (job) != NULL)
    {
      set_sign (self, "kq-error-symbolic", "error");
      show_words (self, _("It can’t be fitted so"), kq_fit_job_get_error (job)->message);
    }
  else
    show_result (self, job, kind);
}
