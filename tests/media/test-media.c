/* test-media.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <sys/wait.h>

#include "kq-media.h"
#include "kq-paths.h"

/* The client, with the helper process itself and with others in its place. */

static GBytes *
read_image (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("KQ_IMAGES"), name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = kq_file_read (path, KQ_MEDIA_MAX_BYTES, &error);

  g_assert_no_error (error);

  return bytes;
}

static KqImageKind *
new_kind (guint  width,
          guint  height,
          gint64 max_bytes)
{
  KqImageKind *kind = g_new0 (KqImageKind, 1);

  kind->width = width;
  kind->height = height;
  kind->types = g_strsplit ("image/jpeg image/png", " ", -1);
  kind->max_bytes = max_bytes;

  return kind;
}

static void
assert_probed (KqMedia    *media,
               const char *name,
               guint       width)
{
  g_autoptr (GBytes) bytes = read_image (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (KqImageFacts) facts = kq_media_probe (media, bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (facts->width, ==, width);
  g_assert_cmpint (facts->bytes, ==, g_bytes_get_size (bytes));
  g_assert_true (facts->whole);
}

static void
assert_fails (KqMedia    *media,
              const char *text,
              int         code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (kq_media_probe (media, bytes, NULL, &error));
  g_assert_error (error, KQ_MEDIA_ERROR, code);
}

static void
test_probe (void)
{
  g_autoptr (KqMedia) media = kq_media_new (NULL);
  GPid pid;

  g_assert_cmpint (kq_media_get_pid (media), ==, 0);
  assert_probed (media, "face.jpg", 1404);
  pid = kq_media_get_pid (media);
  g_assert_cmpint (pid, !=, 0);
  assert_fails (media, "", KQ_MEDIA_ERROR_NOT_IMAGE);
  assert_fails (media, "<svg xmlns='http://www.w3.org/2000/svg'/>", KQ_MEDIA_ERROR_NOT_IMAGE);
  assert_fails (media, "\xff\xd8\xff", KQ_MEDIA_ERROR_DAMAGED);
  assert_probed (media, "small.jpg", 320);
  /* One start serves them all. */
  g_assert_cmpint (kq_media_get_pid (media), ==, pid);
}

static void
test_killed (void)
{
  g_autoptr (KqMedia) media = kq_media_new (NULL);
  siginfo_t info;
  GPid pid;

  assert_probed (media, "small.jpg", 320);
  pid = kq_media_get_pid (media);
  kill (pid, SIGKILL);
  /* Until it is dead; whom it belongs to waits for it once more. */
  g_assert_cmpint (waitid (P_PID, pid, &info, WEXITED | WNOWAIT), ==, 0);
  assert_probed (media, "face.jpg", 1404);
  g_assert_cmpint (kq_media_get_pid (media), !=, pid);
}

static void
test_other_helpers (void)
{
  static const struct { const char *program; int code; } rows[] = {
    { "/nonexistent/helper", KQ_MEDIA_ERROR_MISSING },
    { "/bin/false", KQ_MEDIA_ERROR_DIED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KqMedia) media = kq_media_new (rows[i].program);

      assert_fails (media, "x", rows[i].code);
      assert_fails (media, "x", rows[i].code);
    }
}

static void
test_too_large (void)
{
  g_autoptr (KqMedia) media = kq_media_new (NULL);
  gsize size = KQ_MEDIA_MAX_BYTES + 1;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (size), size);
  g_autoptr (GError) error = NULL;

  g_assert_null (kq_media_probe (media, bytes, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_assert_cmpint (kq_media_get_pid (media), ==, 0);
}

static void
test_fit (void)
{
  g_autoptr (KqMedia) media = kq_media_new (NULL);
  g_autoptr (KqMedia) another = kq_media_new (NULL);
  g_autoptr (KqImageKind) kind = new_kind (700, 350, 30000);
  g_autoptr (GBytes) bytes = read_image ("face.jpg");
  const KqFitOptions options = KQ_FIT_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (KqFitted) fitted = kq_media_fit (media, bytes, kind, "image/jpeg", &options, NULL,
                                              &error);
  g_autoptr (KqFitted) again = kq_media_fit (another, bytes, kind, "image/jpeg", &options, NULL,
                                             &error);
  g_autoptr (KqImageFacts) facts = NULL;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (fitted->bytes, again->bytes));
  g_assert_cmpuint (g_bytes_get_size (fitted->bytes), <=, 30000);
  g_assert_cmpfloat (fitted->scale, <, 0.51);
  facts = kq_media_probe (media, fitted->bytes, NULL, &error);
  g_assert_cmpuint (facts->width, ==, 700);
  g_assert_cmpuint (facts->height, ==, 350);

  kind->max_bytes = 100;
  g_assert_null (kq_media_fit (media, bytes, kind, "image/jpeg", &options, NULL, &error));
  g_assert_error (error, KQ_MEDIA_ERROR, KQ_MEDIA_ERROR_BYTES);
}

/* Of just that size, whatever the picture's; the part that was asked for. */
static void
test_draw (void)
{
  g_autoptr (KqMedia) media = kq_media_new (NULL);
  g_autoptr (GBytes) bytes = read_image ("turned-6.jpg");
  g_autoptr (GBytes) text = g_bytes_new_static ("no picture", 10);
  g_autoptr (GError) error = NULL;
  KqFitOptions options = { KQ_MEDIA_CROP_AREA, 0, 0, 1404, 340 };
  g_autoptr (KqThumbnail) drawn = kq_media_draw (media, bytes, 33, 77, &options, NULL, &error);
  const guint8 *pixels;

  g_assert_no_error (error);
  g_assert_cmpuint (drawn->width, ==, 33);
  g_assert_cmpuint (drawn->height, ==, 77);
  pixels = g_bytes_get_data (drawn->pixels, NULL);
  g_assert_cmpuint (g_bytes_get_size (drawn->pixels), ==, 33 * 77 * 4);
  g_assert_cmpuint (pixels[0], >, 200);
  g_assert_cmpuint (pixels[2], <, 60);
  g_assert_cmpuint (pixels[33 * 77 * 4 - 1], ==, 255);

  g_assert_null (kq_media_draw (media, text, 33, 77, &options, NULL, &error));
  g_assert_error (error, KQ_MEDIA_ERROR, KQ_MEDIA_ERROR_NOT_IMAGE);
}

static void
test_thumbnail (void)
{
  g_autoptr (KqMedia) media = kq_media_new (NULL);
  g_autoptr (GBytes) bytes = read_image ("turned-6.jpg");
  g_autoptr (GError) error = NULL;
  g_autoptr (KqThumbnail) thumbnail = kq_media_thumbnail (media, bytes, 100, NULL, &error);
  const guint8 *pixels;

  g_assert_no_error (error);
  g_assert_cmpuint (thumbnail->width, ==, 100);
  g_assert_cmpuint (thumbnail->height, ==, 50);
  pixels = g_bytes_get_data (thumbnail->pixels, NULL);
  /* Red above, blue below: it stands upright. */
  g_assert_cmpuint (pixels[0], >, 200);
  g_assert_cmpuint (pixels[2], <, 60);
  g_assert_cmpuint (pixels[3], ==, 255);
  g_assert_cmpuint (pixels[49 * 400], <, 60);
  g_assert_cmpuint (pixels[49 * 400 + 2], >, 200);
}

typedef struct {
  GMainLoop *loop;
  guint      left;
  guint      failed;
} Wait;

static void
on_probed (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  Wait *wait = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KqImageFacts) facts = kq_media_probe_finish (KQ_MEDIA (object), result, &error);

  wait->failed += facts == NULL;
  g_assert_true (facts != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  if (--wait->left == 0)
    g_main_loop_quit (wait->loop);
}

static void
test_async (void)
{
  g_autoptr (KqMedia) media = kq_media_new (NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GBytes) bytes = read_image ("small.jpg");
  Wait wait = { loop, 20, 0 };

  for (guint i = 0; i < wait.left; i++)
    kq_media_probe_async (media, bytes, NULL, on_probed, &wait);
  g_main_loop_run (loop);
  g_assert_cmpuint (wait.failed, ==, 0);
}

/* Cancelled while it waits and while it is at work; what comes after is done. */
static void
test_cancel (void)
{
  g_autoptr (KqMedia) media = kq_media_new (NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = read_image ("small.jpg");
  Wait wait = { loop, 6, 0 };

  for (guint i = 0; i < 5; i++)
    kq_media_probe_async (media, bytes, cancellable, on_probed, &wait);
  g_cancellable_cancel (cancellable);
  kq_media_probe_async (media, bytes, NULL, on_probed, &wait);
  g_main_loop_run (loop);
  g_assert_cmpuint (wait.failed, ==, 5);
}

static void
test_png (void)
{
  g_autoptr (KqMedia) media = kq_media_new (NULL);
  g_autoptr (GBytes) pixels = g_bytes_new_static ("\0\xff\xff\0\0\0", 6);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = kq_media_write_png (media, pixels, 3, 2, NULL, &error);
  g_autoptr (KqImageFacts) facts = NULL;

  g_assert_no_error (error);
  facts = kq_media_probe (media, png, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (facts->type, ==, "image/png");
  g_assert_cmpuint (facts->width, ==, 3);
  g_assert_cmpuint (facts->height, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media/probe", test_probe);
  g_test_add_func ("/media/killed", test_killed);
  g_test_add_func ("/media/other-helpers", test_other_helpers);
  g_test_add_func ("/media/too-large", test_too_large);
  g_test_add_func ("/media/fit", test_fit);
  g_test_add_func ("/media/draw", test_draw);
  g_test_add_func ("/media/thumbnail", test_thumbnail);
  g_test_add_func ("/media/async", test_async);
  g_test_add_func ("/media/cancel", test_cancel);
  g_test_add_func ("/media/png", test_png);

  return g_test_run ();
}
