/* test-pictures.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "row-fixture.h"

#include "kq-asset.h"
#include "kq-fit-job.h"
#include "kq-fit-window.h"
#include "kq-form.h"
#include "kq-format.h"
#include "kq-list.h"
#include "kq-media-protocol.h"
#include "kq-member-card.h"
#include "kq-member-center.h"
#include "kq-paths.h"
#include "kq-picture-intake.h"
#include "kq-picture-zone.h"
#include "kq-pictures.h"
#include "kq-poster.h"
#include "kq-thumbnails.h"
#include "kq-ui-resources.h"

static const char campaign_text[] =
  "{\"format\": \"kaquan-campaign\", \"version\": 1, \"id\": \"c\","
  " \"memberCenters\": [{\"id\": \"m\", \"platform\": \"tmall\", \"facePreset\": 0,"
  "   \"posters\": [{\"id\": \"p\"}]}],"
  " \"memberCards\": [{\"id\": \"k\"}]}";

typedef struct {
  KqDocument *document;
  KqObject   *campaign;
  KqObject   *center;
  KqRow      *row;      /* of the center's face */
  char       *folder;   /* for files that are made */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (campaign_text, strlen (campaign_text));
  g_autoptr (GError) error = NULL;
  g_autoptr (KqCampaign) campaign = kq_format_read (bytes, NULL, &error);

  g_assert_no_error (error);
  fixture->document = kq_document_new (campaign, NULL, NULL);
  fixture->campaign = KQ_OBJECT (kq_document_get_campaign (fixture->document));
  fixture->center = row_fixture_object (fixture->document, KQ_CAMPAIGN_MEMBER_CENTERS, 0);
  fixture->row = row_fixture_row (fixture->document, fixture->center, "faceImage");
  fixture->folder = g_dir_make_tmp (NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  row_fixture_drop (fixture->row);
  g_assert_finalize_object (fixture->document);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static char *
image_path (const char *name)
{
  return g_build_filename (g_getenv ("KQ_IMAGES"), name, NULL);
}

static GBytes *
read_image (const char *name)
{
  g_autofree char *path = image_path (name);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = kq_file_read (path, KQ_MEDIA_MAX_BYTES, &error);

  g_assert_no_error (error);

  return bytes;
}

static char *
make_file (Fixture    *fixture,
           const char *name,
           const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

/* As the chooser or a drop gives them: NULL-terminated paths */
static void
give (gpointer     widget,
      const char  *path,
      ...)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  va_list paths;

  va_start (paths, path);
  for (; path != NULL; path = va_arg (paths, const char *))
    g_ptr_array_add (files, g_file_new_for_path (path));
  va_end (paths);
  kq_picture_intake_take_files (row_fixture_find (widget, KQ_TYPE_PICTURE_INTAKE), files);
}

static void
give_image (Fixture    *fixture,
            const char *name)
{
  g_autofree char *path = image_path (name);

  give (fixture->row, path, NULL);
}

static const char *
get_face (Fixture *fixture)
{
  return kq_object_get_text (fixture->center, KQ_MEMBER_CENTER_FACE_IMAGE);
}

static KqList *
get_assets (Fixture *fixture)
{
  return kq_object_get_list (fixture->campaign, KQ_CAMPAIGN_ASSETS);
}

static void
run_until_face (Fixture *fixture)
{
  while (*get_face (fixture) == '\0')
    g_main_context_iteration (NULL, TRUE);
}

/* The label below @widget that is of a CSS class */
static const char *
find_text (GtkWidget  *widget,
           const char *style)
{
  const char *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, style) &&
      gtk_widget_get_visible (widget))
    return gtk_label_get_label (GTK_LABEL (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text (child, style);

  return found;
}

static const char *
run_until_problem (Fixture *fixture)
{
  while (!kq_row_has_problem (fixture->row))
    g_main_context_iteration (NULL, TRUE);

  return find_text (GTK_WIDGET (fixture->row), "problem");
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->row), action, NULL));
}

/* It is listed by what it is, and undo takes it away with its listing. */
static void
test_good (Fixture       *fixture,
           gconstpointer  data)
{
  KqHistory *history = kq_document_get_history (fixture->document);
  KqObject *asset;
  GtkWidget *zone;

  give_image (fixture, "face.jpg");
  run_until_face (fixture);
  g_assert_cmpuint (kq_list_get_length (get_assets (fixture)), ==, 1);
  asset = kq_list_find (get_assets (fixture), get_face (fixture));
  g_assert_nonnull (asset);
  g_assert_cmpstr (kq_object_get_text (asset, KQ_ASSET_NAME), ==, "face.jpg");
  g_assert_cmpstr (kq_object_get_word (asset, KQ_ASSET_TYPE), ==, "image/jpeg");
  g_assert_cmpint (kq_object_get_int (asset, KQ_ASSET_WIDTH), ==, 1404);
  g_assert_cmpint (kq_object_get_int (asset, KQ_ASSET_HEIGHT), ==, 700);
  g_assert_cmpstr (kq_history_get_undo_name (history), ==, "choose “Card picture”");

  kq_history_undo (history);
  g_assert_cmpstr (get_face (fixture), ==, "");
  g_assert_cmpuint (kq_list_get_length (get_assets (fixture)), ==, 0);
  kq_history_redo (history);
  g_assert_cmpuint (kq_list_get_length (get_assets (fixture)), ==, 1);
  zone = row_fixture_find (fixture->row, KQ_TYPE_PICTURE_ZONE);
  g_assert_cmpstr (find_text (zone, "title"), ==, "face.jpg");

  activate (fixture, "picture.remove");
  g_assert_cmpstr (get_face (fixture), ==, "");
  g_assert_cmpuint (kq_list_get_length (get_assets (fixture)), ==, 0);
}

/* What another object shows stays when this one lets go of it. */
static void
test_shared (Fixture       *fixture,
             gconstpointer  data)
{
  KqObject *poster = kq_list_get (kq_object_get_list (fixture->center, KQ_MEMBER_CENTER_POSTERS), 0);

  give_image (fixture, "face.jpg");
  run_until_face (fixture);
  kq_object_set_text (poster, KQ_POSTER_IMAGE, get_face (fixture));
  activate (fixture, "picture.remove");
  g_assert_cmpuint (kq_list_get_length (get_assets (fixture)), ==, 1);
}

typedef struct {
  const char *name;
  const char *text;     /* what is in it, %NULL for a special file */
  const char *problem;  /* what the row says */
} Hostile;

static const Hostile hostile[] = {
  { "drawing.jpg", "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "“drawing.jpg” isn’t taken: the file is SVG image, which can't be read here: save it as JPEG or PNG" },
  { "page.png", "<html><script>alert (1)</script></html>",
    "“page.png” isn’t taken: the file is HTML document, which can't be read here: save it as JPEG or PNG" },
  { "empty.jpg", "",
    "“empty.jpg” isn’t taken: no picture that can be read: neither JPEG nor PNG nor WebP" },
  { "begun.jpg", "\xff\xd8\xff",
    "“begun.jpg” isn’t taken: the picture is damaged or incomplete, and can't be decoded: get the "
    "file anew" },
  { "pipe.jpg", NULL, "“pipe.jpg” isn’t taken: a device or pipe, expected a file" },
  { "folder.jpg", NULL, "“folder.jpg” isn’t taken: a folder, expected a file" },
  { "huge.jpg", NULL, "“huge.jpg” isn’t taken: larger than 64 MiB" },
  { "gone.jpg", NULL, "“gone.jpg” isn’t taken: No such file or directory" },
};

static char *
make_hostile (Fixture       *fixture,
              const Hostile *file)
{
  char *path = g_build_filename (fixture->folder, file->name, NULL);

  if (file->text != NULL)
    g_assert_true (g_file_set_contents (path, file->text, -1, NULL));
  else if (g_str_equal (file->name, "pipe.jpg"))
    g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  else if (g_str_equal (file->name, "folder.jpg"))
    g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  else if (g_str_equal (file->name, "huge.jpg"))
    {
      g_assert_true (g_file_set_contents (path, "\xff\xd8\xff\xe0", 4, NULL));
      g_assert_cmpint (truncate (path, 500 * 1024 * 1024), ==, 0);
    }

  return path;
}

static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = make_hostile (fixture, &hostile[i]);

      kq_row_set_problem (fixture->row, NULL);
      give (fixture->row, path, NULL);
      g_assert_cmpstr (run_until_problem (fixture), ==, hostile[i].problem);
      g_assert_cmpstr (get_face (fixture), ==, "");
    }
  g_assert_false (kq_history_can_undo (kq_document_get_history (fixture->document)));

  /* And the next one is taken, and nothing is said any more. */
  give_image (fixture, "face.jpg");
  run_until_face (fixture);
  g_assert_false (kq_row_has_problem (fixture->row));
}

static void
test_one_only (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *first = image_path ("face.jpg");
  g_autofree char *second = image_path ("poster.jpg");

  give (fixture->row, first, second, second, NULL);
  g_assert_cmpstr (run_until_problem (fixture), ==,
                   "There is room for one picture: 2 more were left out");
  g_assert_cmpuint (kq_list_get_length (get_assets (fixture)), ==, 1);
}

static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->row));
  g_autoptr (GBytes) image = read_image ("face.png");
  g_autoptr (GdkContentProvider) picture = gdk_content_provider_new_for_bytes ("image/png", image);
  KqObject *asset;

  gdk_clipboard_set_text (clipboard, "no picture");
  activate (fixture, "picture.paste");
  g_assert_cmpstr (run_until_problem (fixture), ==,
                   "There is no picture to paste: copy a picture, or a file");

  gdk_clipboard_set_content (clipboard, picture);
  activate (fixture, "picture.paste");
  run_until_face (fixture);
  g_assert_false (kq_row_has_problem (fixture->row));
  asset = kq_list_find (get_assets (fixture), get_face (fixture));
  g_assert_cmpstr (kq_object_get_word (asset, KQ_ASSET_TYPE), ==, "image/png");
}

static void
test_paste_file (Fixture       *fixture,
                 gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->row));
  g_autofree char *path = image_path ("face.jpg");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { .data = file };
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (&files));
  gdk_clipboard_set_value (clipboard, &value);
  activate (fixture, "picture.paste");
  run_until_face (fixture);
  g_assert_cmpstr (kq_object_get_text (kq_list_get (get_assets (fixture), 0), KQ_ASSET_NAME), ==,
                   "face.jpg");
}

/* The helper that hangs is shown after a while, and can be given up. */

static KqMedia *
start_helper (void)
{
  KqMedia *media = kq_media_get_default ();
  g_autoptr (GBytes) bytes = read_image ("small.jpg");
  g_autoptr (KqImageFacts) facts = kq_media_probe (media, bytes, NULL, NULL);

  g_assert_nonnull (facts);

  return media;
}

/* A request that was given up ends the helper where it had got there, which on a
 * busy machine it may not have. */
static void
release_helper (GPid pid)
{
  kill (pid, SIGCONT);
}

static GtkWidget *
run_until_slow (Fixture *fixture)
{
  GtkWidget *intake = row_fixture_find (fixture->row, KQ_TYPE_PICTURE_INTAKE);

  while (!gtk_widget_get_visible (intake))
    g_main_context_iteration (NULL, TRUE);

  return intake;
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  GPid pid = kq_media_get_pid (start_helper ());
  GtkWidget *intake;

  kill (pid, SIGSTOP);
  give_image (fixture, "face.jpg");
  intake = run_until_slow (fixture);
  g_signal_emit_by_name (row_fixture_find (intake, GTK_TYPE_BUTTON), "clicked");
  g_assert_false (gtk_widget_get_visible (intake));

  release_helper (pid);
  give_image (fixture, "face.png");
  run_until_face (fixture);
  g_assert_cmpuint (kq_list_get_length (get_assets (fixture)), ==, 1);
  g_assert_cmpstr (kq_object_get_text (kq_list_get (get_assets (fixture), 0), KQ_ASSET_NAME), ==,
                   "face.png");
}

/* Whether it was in the middle of it. It gets a new one where it wasn't, and takes
 * the image. */
static gboolean
kill_helper_at_work (Fixture *fixture)
{
  GPid pid = kq_media_get_pid (start_helper ());
  gboolean at_work;

  kill (pid, SIGSTOP);
  give_image (fixture, "face.jpg");
  run_until_slow (fixture);
  kill (pid, SIGKILL);
  while (!kq_row_has_problem (fixture->row) && *get_face (fixture) == '\0')
    g_main_context_iteration (NULL, TRUE);

  at_work = *get_face (fixture) == '\0';
  if (!at_work)
    kq_history_undo (kq_document_get_history (fixture->document));

  return at_work;
}

static void
test_helper_dies (Fixture       *fixture,
                  gconstpointer  data)
{
  while (!kill_helper_at_work (fixture))
    continue;
  g_assert_true (g_str_has_prefix (run_until_problem (fixture),
                                   "“face.jpg” isn’t taken: the picture needs more than"));
  g_assert_cmpstr (get_face (fixture), ==, "");

  give_image (fixture, "face.jpg");
  run_until_face (fixture);
}

/* Shown another object, what was under way for the first is of no use. */
static void
test_rebound (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (KqObject) other = kq_object_duplicate (fixture->center, "n");
  GPid pid = kq_media_get_pid (start_helper ());

  kq_list_append (kq_object_get_list (fixture->campaign, KQ_CAMPAIGN_MEMBER_CENTERS), other);
  kill (pid, SIGSTOP);
  give_image (fixture, "face.jpg");
  kq_row_bind (fixture->row, fixture->document, other, KQ_MEMBER_CENTER_FACE_IMAGE);
  release_helper (pid);
  give_image (fixture, "face.png");
  while (*kq_object_get_text (other, KQ_MEMBER_CENTER_FACE_IMAGE) == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_face (fixture), ==, "");
}

/* What a rule doesn't speak of, the row says. */
static void
test_misses (Fixture       *fixture,
             gconstpointer  data)
{
  KqObject *card = row_fixture_object (fixture->document, KQ_CAMPAIGN_MEMBER_CARDS, 0);
  KqRow *row = row_fixture_row (fixture->document, card, "logo");
  g_autofree char *path = image_path ("cmyk.jpg");

  g_assert_cmpstr (find_text (GTK_WIDGET (row), "hint"), ==,
                   "120 × 120, JPEG or PNG, under 1 MB");
  give (row, path, NULL);
  while (*kq_object_get_text (card, KQ_MEMBER_CARD_LOGO) == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_suffix (find_text (GTK_WIDGET (row), "message"),
                                   "pixels; it must be exactly 120 × 120"));
  row_fixture_drop (row);
}

/* One that a campaign can't hold is made into one that it can. */
static void
test_fit_candidate (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *window = NULL;
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *apply;
  KqObject *asset;

  give_image (fixture, "still.webp");
  g_assert_cmpstr (run_until_problem (fixture), ==,
                   "“still.webp” isn’t taken as it is: WebP can’t be kept in a campaign, only JPEG "
                   "and PNG. It can be fitted.");
  g_assert_cmpstr (get_face (fixture), ==, "");

  activate (fixture, "picture.fit");
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) each = g_list_model_get_item (windows, i);

      if (KQ_IS_FIT_WINDOW (each))
        window = each;
    }
  g_assert_nonnull (window);
  apply = gtk_window_get_default_widget (GTK_WINDOW (window));
  while (!gtk_widget_get_sensitive (apply))
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (apply, "clicked");

  asset = kq_list_find (get_assets (fixture), get_face (fixture));
  g_assert_cmpstr (kq_object_get_text (asset, KQ_ASSET_NAME), ==, "still.jpg");
  g_assert_cmpint (kq_object_get_int (asset, KQ_ASSET_WIDTH), ==, 1404);
  g_assert_cmpint (kq_object_get_int (asset, KQ_ASSET_HEIGHT), ==, 700);
  g_assert_cmpstr (kq_history_get_undo_name (kq_document_get_history (fixture->document)), ==,
                   "fit “Card picture”");
  g_assert_false (kq_row_has_problem (fixture->row));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
on_fitted (KqFitJob *job,
           GArray   *seen)
{
  const KqFitted *fitted = kq_fit_job_get_fitted (job);

  if (fitted != NULL && kq_fit_job_get_result (job) != NULL)
    g_array_append_val (seen, fitted->x);
}

/* A frame that is moved on is asked for where it ends, not where it was. */
static void
test_last_wins (Fixture       *fixture,
                gconstpointer  data)
{
  const KqImageKind *kind = kq_profiles_find_image_kind (kq_document_get_profiles (fixture->document),
                                                         "card-face");
  g_autoptr (KqFitJob) job = kq_fit_job_new (kq_media_get_default (), kind);
  g_autoptr (GBytes) image = read_image ("master.jpg");
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (int));
  KqFitOptions options = KQ_FIT_OPTIONS_INIT;

  kq_fit_job_open_bytes (job, image);
  while (kq_fit_job_get_source (job) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_signal_connect (job, "changed", G_CALLBACK (on_fitted), seen);
  options.crop = KQ_MEDIA_CROP_AREA;
  options.width = 1404;
  options.height = 700;
  options.x = 10;
  kq_fit_job_ask (job, "image/jpeg", &options);
  while (kq_fit_job_get_fitted (job) == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* It is made, and still looked at. */
  g_assert_null (kq_fit_job_get_result (job));
  options.x = 20;
  kq_fit_job_ask (job, "image/jpeg", &options);
  options.x = 30;
  kq_fit_job_ask (job, "image/jpeg", &options);
  while (kq_fit_job_is_busy (job))
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (seen->len, >, 0);
  for (guint i = 0; i < seen->len; i++)
    g_assert_cmpint (g_array_index (seen, int, i), ==, 30);
  g_signal_handlers_disconnect_by_data (job, seen);
}

/* Several at once, in one step; what is no picture is named. */
static void
test_posters (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const fields[] = { "image", NULL };
  static const KqNestedSpec spec = {
    .field = "posters", .add_label = "Add", .empty_text = "None", .id_prefix = "poster",
    .fields = fields, .picture = "image",
  };
  static const KqFormGroup group = { "Posters", .nested = &spec };
  KqList *posters = kq_object_get_list (fixture->center, KQ_MEMBER_CENTER_POSTERS);
  GtkWidget *form = g_object_ref_sink (kq_form_new (&group, 1));
  g_autofree char *poster = image_path ("poster.jpg");
  g_autofree char *face = image_path ("face.jpg");
  g_autofree char *text = make_file (fixture, "text.jpg", "text");

  kq_form_set_object (KQ_FORM (form), fixture->document, fixture->center);
  give (form, poster, text, face, NULL);
  while (find_text (form, "pictures-problem") == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (find_text (form, "pictures-problem"), ==,
                   "“text.jpg” isn’t taken: no picture that can be read: neither JPEG nor PNG nor "
                   "WebP");
  g_assert_cmpuint (kq_list_get_length (posters), ==, 3);
  g_assert_cmpuint (kq_list_get_length (get_assets (fixture)), ==, 2);
  kq_history_undo (kq_document_get_history (fixture->document));
  g_assert_cmpuint (kq_list_get_length (posters), ==, 1);
  g_assert_cmpuint (kq_list_get_length (get_assets (fixture)), ==, 0);

  g_assert_finalize_object (form);
}

static void
on_loaded (gboolean *loaded)
{
  *loaded = TRUE;
}

/* Nobody waits for a picture; what isn't listed, or isn't what its name says, is
 * none. */
static void
test_pictures (Fixture       *fixture,
               gconstpointer  data)
{
  KqPictures *pictures;
  gboolean loaded = FALSE;

  give_image (fixture, "face.jpg");
  run_until_face (fixture);
  pictures = kq_pictures_new (KQ_CAMPAIGN (fixture->campaign),
                              kq_document_get_assets (fixture->document), FALSE);
  g_signal_connect_swapped (pictures, "loaded", G_CALLBACK (on_loaded), &loaded);
  g_assert_null (kq_pictures_get (pictures, NULL));
  g_assert_null (kq_pictures_get (pictures, "0000"));
  if (kq_pictures_get (pictures, get_face (fixture)) == NULL)
    while (!loaded)
      g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (gdk_texture_get_width (kq_pictures_get (pictures, get_face (fixture))), ==, 1404);
  g_assert_finalize_object (pictures);
}

static void
on_thumbnail (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  GdkTexture **texture = data;
  g_autoptr (GError) error = NULL;

  *texture = kq_thumbnails_load_finish (KQ_THUMBNAILS (object), result, &error);
  g_assert_no_error (error);
}

static GdkTexture *
load_thumbnail (KqThumbnails *thumbnails,
                Fixture      *fixture,
                guint         side)
{
  GdkTexture *texture = NULL;

  kq_thumbnails_load_async (thumbnails, kq_document_get_assets (fixture->document),
                            get_face (fixture), side, NULL, on_thumbnail, &texture);
  while (texture == NULL)
    g_main_context_iteration (NULL, TRUE);

  return texture;
}

/* Of what has no room, only what somebody shows is found; and when too much is
 * shown, there is no more. */
static void
test_thumbnails (Fixture       *fixture,
                 gconstpointer  data)
{
  /* Room for one of 64 × 32 pixels */
  KqThumbnails *thumbnails = kq_thumbnails_new (kq_media_get_default (), 64 * 32 * 4);
  g_autoptr (GError) error = NULL;
  GdkTexture *first, *second, *large;

  give_image (fixture, "face.jpg");
  run_until_face (fixture);
  first = load_thumbnail (thumbnails, fixture, 64);
  g_assert_true (kq_thumbnails_get (thumbnails, get_face (fixture), 64) == first);
  second = load_thumbnail (thumbnails, fixture, 63);
  g_assert_true (kq_thumbnails_get (thumbnails, get_face (fixture), 64) == first);
  g_object_unref (second);
  g_assert_true (kq_thumbnails_get (thumbnails, get_face (fixture), 64) == first);
  g_assert_null (kq_thumbnails_get (thumbnails, get_face (fixture), 63));

  large = load_thumbnail (thumbnails, fixture, 512);
  g_assert_null (kq_thumbnails_load (thumbnails, kq_document_get_assets (fixture->document),
                                     get_face (fixture), 100, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_object_unref (large);
  g_object_unref (first);
  second = load_thumbnail (thumbnails, fixture, 63);
  g_assert_finalize_object (thumbnails);
  g_object_unref (second);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  kq_ui_register_resource ();

#define ADD(name, function) \
  g_test_add ("/pictures/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("good", test_good);
  ADD ("shared", test_shared);
  ADD ("hostile", test_hostile);
  ADD ("one-only", test_one_only);
  ADD ("paste", test_paste);
  ADD ("paste-file", test_paste_file);
  ADD ("cancel", test_cancel);
  ADD ("helper-dies", test_helper_dies);
  ADD ("rebound", test_rebound);
  ADD ("misses", test_misses);
  ADD ("fit-candidate", test_fit_candidate);
  ADD ("last-wins", test_last_wins);
  ADD ("posters", test_posters);
  ADD ("pictures", test_pictures);
  ADD ("thumbnails", test_thumbnails);
#undef ADD

  return g_test_run ();
}
