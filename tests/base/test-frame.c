/* test-frame.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-frame.h"

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MAX_BYTES 1000000

typedef struct {
  int ours;
  int theirs;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  int ends[2];

  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), ==, 0);
  fixture->ours = ends[0];
  fixture->theirs = ends[1];
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  close (fixture->ours);
  if (fixture->theirs >= 0)
    close (fixture->theirs);
}

static GVariant *
new_head (const char *text)
{
  GVariantDict dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "text", "s", text);

  return g_variant_dict_end (&dict);
}

typedef struct {
  int     fd;
  GBytes *bytes;
} Writer;

static gpointer
write_frame (gpointer data)
{
  Writer *writer = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (kq_frame_write (writer->fd, new_head ("木棉"), writer->bytes, NULL, NULL, &error));
  g_assert_no_error (error);

  return NULL;
}

/* More than a socket holds, so that both sides wait for each other. */
static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *text = g_strnfill (MAX_BYTES, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (text, MAX_BYTES);
  Writer writer = { fixture->theirs, bytes };
  GThread *thread = g_thread_new ("writer", write_frame, &writer);
  g_autoptr (GVariant) head = NULL;
  g_autoptr (GBytes) got = NULL;
  g_autoptr (GError) error = NULL;
  const char *said = NULL;

  g_assert_true (kq_frame_read (fixture->ours, MAX_BYTES, NULL, NULL, &head, &got, &error));
  g_assert_no_error (error);
  g_thread_join (thread);
  g_assert_true (g_variant_lookup (head, "text", "&s", &said));
  g_assert_cmpstr (said, ==, "木棉");
  g_assert_true (g_bytes_equal (bytes, got));
}

static void
assert_refused (Fixture    *fixture,
                const void *data,
                gsize       length,
                int         code)
{
  g_autoptr (GVariant) head = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (send (fixture->theirs, data, length, 0), ==, length);
  close (fixture->theirs);
  fixture->theirs = -1;
  g_assert_false (kq_frame_read (fixture->ours, MAX_BYTES, NULL, NULL, &head, &bytes, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_null (head);
  g_assert_null (bytes);
}

/* The beginning as kq-frame.c has it */
typedef struct {
  guint32 magic;
  guint32 head;
  guint64 bytes;
} Prefix;

static void
test_hostile (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct { Prefix prefix; int code; } rows[] = {
    { { 0x12345678, 0, 0 }, G_IO_ERROR_INVALID_DATA },
    { { 0x314d514b, KQ_FRAME_MAX_HEAD + 1, 0 }, G_IO_ERROR_INVALID_DATA },
    { { 0x314d514b, 0, MAX_BYTES + 1 }, G_IO_ERROR_INVALID_DATA },
    { { 0x314d514b, 0, G_MAXUINT64 }, G_IO_ERROR_INVALID_DATA },
    { { 0x314d514b, 1, 0 }, G_IO_ERROR_CONNECTION_CLOSED },
    { { 0x314d514b, 0, 1 }, G_IO_ERROR_CONNECTION_CLOSED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture one;

      set_up (&one, NULL);
      assert_refused (&one, &rows[i].prefix, sizeof rows[i].prefix, rows[i].code);
      tear_down (&one, NULL);
    }
  assert_refused (fixture, "KQM", 3, G_IO_ERROR_CONNECTION_CLOSED);
}

/* Values that are none read as absent. */
static void
test_nonsense_head (Fixture       *fixture,
                    gconstpointer  data)
{
  struct { Prefix prefix; guint8 head[64]; } frame = { { 0x314d514b, 64, 0 } };
  g_autoptr (GVariant) head = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *text;

  memset (frame.head, 0xee, sizeof frame.head);
  g_assert_cmpint (send (fixture->theirs, &frame, sizeof frame, 0), ==, sizeof frame);
  g_assert_true (kq_frame_read (fixture->ours, 0, NULL, NULL, &head, &bytes, NULL));
  g_assert_false (g_variant_lookup (head, "text", "&s", &text));
}

static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  close (fixture->theirs);
  fixture->theirs = -1;
  g_assert_false (kq_frame_write (fixture->ours, new_head ("x"), NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/base/frame/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("hostile", test_hostile);
  ADD ("nonsense-head", test_nonsense_head);
  ADD ("gone", test_gone);
#undef ADD

  return g_test_run ();
}
