/* kq-card-poster.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-card-poster.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "kq-card-benefit.h"
#include "kq-card-poster-private.h"
#include "kq-face-private.h"
#include "kq-lettering.h"
#include "kq-list.h"
#include "kq-member-card.h"
#include "kq-name.h"
#include "kq-percent.h"
#include "kq-pixels.h"
#include "kq-shop.h"

/* Points of A4 */
#define PAGE_WIDTH  595.276
#define PAGE_HEIGHT 841.890
/* Pixels of a code that is a picture: a phone reads it from a screen, and it can
 * be printed 5 cm wide. */
#define CODE_SIDE 600

/**
 * KqCardPoster:
 *
 * The texts of a card's poster, and where its pictures are.
 */
struct _KqCardPoster {
  GObject         parent_instance;

  KqAssetSource  *assets;    /* (owned) (nullable) */
  char           *title;     /* (owned) */
  char           *shop;      /* (owned) */
  char          **benefits;  /* (owned) */
  char           *claim;     /* (owned) */
  char           *picture;   /* (owned): a name, or empty */
  char           *logo;      /* (owned): likewise */
  guint32         color;
  guint           code_side; /* pixels; 0: about CODE_SIDE, as sharp as can be */
};

/* A poster that is being made in a thread */
typedef struct {
  KqMedia        *media;  /* (owned) */
  KqPosterFormat  format;
  KqImageKind    *kind;   /* (owned) (nullable) */
} Job;

G_DEFINE_FINAL_TYPE (KqCardPoster, kq_card_poster, G_TYPE_OBJECT)

static void
kq_card_poster_finalize (GObject *object)
{
  KqCardPoster *self = KQ_CARD_POSTER (object);

  g_clear_object (&self->assets);
  g_free (self->title);
  g_free (self->shop);
  g_strfreev (self->benefits);
  g_free (self->claim);
  g_free (self->picture);
  g_free (self->logo);

  G_OBJECT_CLASS (kq_card_poster_parent_class)->finalize (object);
}

static void
kq_card_poster_class_init (KqCardPosterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_card_poster_finalize;
}

static void
kq_card_poster_init (KqCardPoster *self)
{
}

static char *
dup_shop (KqObject *campaign,
          int       platform)
{
  KqList *shops = kq_object_get_list (campaign, KQ_CAMPAIGN_SHOPS);

  for (guint i = 0; i < kq_list_get_length (shops); i++)
    if (kq_object_get_platform (kq_list_get (shops, i)) == platform)
      return kq_lettering_clean (kq_object_get_text (kq_list_get (shops, i), KQ_SHOP_NAME));

  return g_strdup ("");
}

/* What is named by a reference of a benefit */
static KqObject *
find_given (KqObject *campaign,
            KqObject *benefit)
{
  KqObject *found = kq_list_find (kq_object_get_list (campaign, KQ_CAMPAIGN_COUPONS),
                                  kq_object_get_text (benefit, KQ_CARD_BENEFIT_COUPON));

  return found != NULL ? found
                       : kq_list_find (kq_object_get_list (campaign, KQ_CAMPAIGN_GIFT_PACKS),
                                       kq_object_get_text (benefit, KQ_CARD_BENEFIT_GIFT_PACK));
}

/* In the operator's words where there are some */
static char *
describe_benefit (KqObject *campaign,
                  KqObject *benefit)
{
  const char *text = kq_object_get_text (benefit, KQ_CARD_BENEFIT_TEXT);
  int kind = kq_object_get_choice (benefit, KQ_CARD_BENEFIT_KIND);
  const char *label = kind >= 0 ? kq_object_get_word_label (benefit, KQ_CARD_BENEFIT_KIND, kind) : "";
  gint64 percent = kq_object_get_int (benefit, KQ_CARD_BENEFIT_PERCENT);
  KqObject *given = find_given (campaign, benefit);
  g_autofree char *detail = NULL;

  if (*text != '\0')
    return kq_lettering_clean (text);
  if (given != NULL && kq_object_field_applies (benefit, KQ_CARD_BENEFIT_COUPON))
    return kq_object_describe_name (given);
  if (!kq_object_field_applies (benefit, KQ_CARD_BENEFIT_PERCENT) || percent < 1 || percent > 99)
    return g_strdup (label);

  detail = kq_percent_describe (percent);

  /* Translators: a benefit of a member card, and how much it is: “Discount 15 % off” */
  return g_strdup_printf (_("%s %s"), label, detail);
}

static char **
describe_benefits (KqObject *campaign,
                   KqObject *card)
{
  KqList *list = kq_object_get_list (card, KQ_MEMBER_CARD_BENEFITS);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < MIN (kq_list_get_length (list), KQ_POSTER_SHEET_BENEFITS); i++)
    {
      g_autofree char *text = describe_benefit (campaign, kq_list_get (list, i));

      g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}

/**
 * kq_card_poster_new:
 * @campaign: a campaign
 * @card: one of its member cards
 * @assets: (nullable): where its pictures are
 *
 * Takes what is on a card's poster. The campaign may change afterwards.
 *
 * Returns: (transfer full): the poster, not drawn yet
 */
KqCardPoster *
kq_card_poster_new (KqCampaign    *campaign,
                    KqObject      *card,
                    KqAssetSource *assets)
{
  KqCardPoster *self;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (KQ_IS_MEMBER_CARD (card), NULL);
  g_return_val_if_fail (assets == NULL || KQ_IS_ASSET_SOURCE (assets), NULL);

  self = g_object_new (KQ_TYPE_CARD_POSTER, NULL);
  g_set_object (&self->assets, assets);
  self->title = kq_lettering_clean (kq_object_get_text (card, KQ_MEMBER_CARD_TITLE));
  self->shop = dup_shop (KQ_OBJECT (campaign), kq_object_get_platform (card));
  self->benefits = describe_benefits (KQ_OBJECT (campaign), card);
  self->claim = g_strdup (kq_object_get_text (card, KQ_MEMBER_CARD_CLAIM_URL));
  self->picture = g_strdup (kq_object_get_text (card, KQ_MEMBER_CARD_FACE_IMAGE));
  self->logo = g_strdup (kq_object_get_text (card, KQ_MEMBER_CARD_LOGO));
  if (!kq_colour_parse (kq_object_get_text (card, KQ_MEMBER_CARD_FACE_COLOR), &self->color))
    self->color = KQ_FACE_COLOR;

  return self;
}

static gboolean
load (KqCardPoster  *self,
      const char    *sha256,
      GBytes       **bytes,
      GError       **error)
{
  if (*sha256 == '\0')
    return TRUE;

  if (self->assets != NULL)
    *bytes = kq_asset_source_load_sure (self->assets, sha256, error);
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _("the picture %.8s… isn’t at hand"), sha256);

  return *bytes != NULL;
}

/**
 * kq_card_poster_dup_face:
 * @self: a poster
 * @error: return location for an error
 *
 * The card's face to be drawn, for a card that has no picture of it: its logo,
 * colour, shop and name. Blocks.
 *
 * Returns: (transfer full): the face, or %NULL where its logo isn't at hand
 */
KqFace *
kq_card_poster_dup_face (KqCardPoster  *self,
                         GError       **error)
{
  g_autoptr (KqFace) face = kq_face_new ();

  g_return_val_if_fail (KQ_IS_CARD_POSTER (self), NULL);

  face->color = self->color;
  face->shop = g_strdup (self->shop);
  face->level = g_strdup (self->title);

  return load (self, self->logo, &face->logo, error) ? g_steal_pointer (&face) : NULL;
}

static cairo_surface_t *
draw_face (KqCardPoster  *self,
           KqMedia       *media,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (KqFace) face = NULL;

  if (!load (self, self->picture, &picture, error))
    return NULL;
  if (picture != NULL)
    return kq_pixels_cover (media, picture, KQ_FACE_WIDTH, KQ_FACE_HEIGHT, cancellable, error);

  face = kq_card_poster_dup_face (self, error);
  return face != NULL ? kq_face_draw (face, media, KQ_FACE_WIDTH, KQ_FACE_HEIGHT, cancellable, error)
                      : NULL;
}

static GBytes *
make_strip (const KqPosterParts  *parts,
            KqMedia              *media,
            const KqImageKind    *kind,
            GCancellable         *cancellable,
            GError              **error)
{
  const KqFitOptions options = KQ_FIT_OPTIONS_INIT;
  cairo_surface_t *drawn = kq_poster_draw_strip (parts, kind->width, kind->height, error);
  g_autoptr (GBytes) png = NULL;
  g_autoptr (KqFitted) fitted = NULL;

  if (drawn == NULL)
    return NULL;

  png = kq_pixels_to_png (drawn);
  cairo_surface_destroy (drawn);
  fitted = kq_pixels_fit (media, png, kind, kind->types[0], &options, cancellable, error);

  return fitted != NULL ? g_bytes_ref (fitted->bytes) : NULL;
}

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Without the moment at which it is made: the same poster is the same file. */
static GBytes *
make_sheet (const KqPosterParts *parts)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (append, bytes, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (pdf);

  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATE_DATE, "");
  if (parts->title != NULL)
    cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_TITLE, parts->title);
  kq_poster_draw_sheet (parts, cr, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_destroy (cr);
  cairo_surface_finish (pdf);
  cairo_surface_destroy (pdf);

  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
make_code (KqQr          *qr,
           guint          side,
           KqMedia       *media,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GBytes) pixels = NULL;

  if (side > 0)
    pixels = kq_qr_draw_to (qr, side, error);
  else
    pixels = kq_qr_draw (qr, kq_qr_get_scale (qr, CODE_SIDE), &side);
  if (pixels == NULL)
    return NULL;

  return kq_media_write_png (media, pixels, side, side, cancellable, error);
}

static GBytes *
make_poster (KqCardPoster       *self,
             KqQr               *qr,
             KqMedia            *media,
             const KqImageKind  *kind,
             GCancellable       *cancellable,
             GError            **error)
{
  KqPosterParts parts = {
    .face = draw_face (self, media, cancellable, error),
    .color = kq_colour_of (self->color),
    .shop = self->shop,
    .title = self->title,
    .benefits = self->benefits,
    .qr = qr,
  };
  GBytes *bytes;

  if (parts.face == NULL)
    return NULL;

  bytes = kind != NULL ? make_strip (&parts, media, kind, cancellable, error) : make_sheet (&parts);
  cairo_surface_destroy (parts.face);

  return bytes;
}

/**
 * kq_card_poster_set_code_side:
 * @self: a poster that isn't being made
 * @side: pixels of a side, up to %KQ_QR_MAX_SIDE; 0 for what is usual
 *
 * How large %KQ_POSTER_CODE_PNG is made.
 */
void
kq_card_poster_set_code_side (KqCardPoster *self,
                              guint         side)
{
  g_return_if_fail (KQ_IS_CARD_POSTER (self));
  g_return_if_fail (side <= KQ_QR_MAX_SIDE);

  self->code_side = side;
}

/**
 * kq_card_poster_make:
 * @self: a poster
 * @media: what decodes its pictures
 * @format: what to make
 * @kind: (nullable): which kind of image, for %KQ_POSTER_STRIP
 * @cancellable: (nullable): to give up
 * @error: return location for an error
 *
 * Makes a poster, or only the code that is on it. A strip passes the check of
 * its kind; a sheet has its text and code as letters and shapes. Blocks.
 *
 * Returns: (transfer full): the file; on failure %NULL with
 *   %G_IO_ERROR_INVALID_ARGUMENT where the card has no claim address, and else as
 *   kq_qr_new(), kq_face_make() and kq_asset_source_load_sure()
 */
GBytes *
kq_card_poster_make (KqCardPoster       *self,
                     KqMedia            *media,
                     KqPosterFormat      format,
                     const KqImageKind  *kind,
                     GCancellable       *cancellable,
                     GError            **error)
{
  g_autoptr (KqQr) qr = NULL;

  g_return_val_if_fail (KQ_IS_CARD_POSTER (self) && KQ_IS_MEDIA (media), NULL);
  g_return_val_if_fail (format != KQ_POSTER_STRIP || kind != NULL, NULL);

  if (*self->claim == '\0')
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("the card has no claim address, which the code would lead to"));
      return NULL;
    }
  qr = kq_qr_new (self->claim, error);
  if (qr == NULL)
    return NULL;

  if (format == KQ_POSTER_CODE_SVG)
    return kq_qr_to_svg (qr);
  if (format == KQ_POSTER_CODE_PNG)
    return make_code (qr, self->code_side, media, cancellable, error);

  return make_poster (self, qr, media, format == KQ_POSTER_STRIP ? kind : NULL, cancellable, error);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->media);
  g_clear_pointer (&job->kind, kq_image_kind_free);
  g_free (job);
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  GBytes *bytes = kq_card_poster_make (source, job->media, job->format, job->kind, cancellable,
                                       &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/* As kq_card_poster_make(), without blocking; the kind is copied. */
void
kq_card_poster_make_async (KqCardPoster        *self,
                           KqMedia             *media,
                           KqPosterFormat       format,
                           const KqImageKind   *kind,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (KQ_IS_CARD_POSTER (self) && KQ_IS_MEDIA (media));
  g_return_if_fail (format != KQ_POSTER_STRIP || kind != NULL);

  job = g_new0 (Job, 1);
  job->media = g_object_ref (media);
  job->format = format;
  job->kind = kind != NULL ? kq_image_kind_copy (kind) : NULL;
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, kq_card_poster_make_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, make_in_thread);
}

GBytes *
kq_card_poster_make_finish (KqCardPoster  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, kq_card_poster_make_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
