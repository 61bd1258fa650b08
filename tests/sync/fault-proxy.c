/* fault-proxy.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fault-cluster.h"
#include "fault-http.h"

/* Stands between a desktop and a server, and does what networks, proxies and
 * clusters do:
 *
 *   fault-proxy PORT-OF-THE-SERVER
 *
 * Prints its own port. Then it takes a line a command on standard input, and answers
 * each with a line:
 *
 *   next FAULT N PART    the next request with PART in its first line
 *   random SEED CHANCE   each request has that many chances in a thousand of one
 *   mode WORDS           any of “opaque”, “race”, “accepted”, “stale”, or none
 *   clear                no faults that nobody met
 *   count                how many requests there were
 *
 * Faults are: cut-request N and cut-reply N (bytes), drop (done, but not answered),
 * twice, status N, stall, truncated (JSON), html, endless, huge (10 GB announced). */

typedef struct {
  char  *fault;
  guint  n;
  char  *part;
} Rule;

static GMutex mutex;          /* guards what follows */
static GQueue rules = G_QUEUE_INIT;
static GRand *dice;
static int chance;
static guint modes, n_requests;

static guint server_port;

static void
rule_free (Rule *rule)
{
  g_free (rule->fault);
  g_free (rule->part);
  g_free (rule);
}

static Rule *
rule_new (const char *fault,
          guint       n,
          const char *part)
{
  Rule *rule = g_new (Rule, 1);

  *rule = (Rule) { g_strdup (fault), n, g_strdup (part) };

  return rule;
}

static Rule *
throw_dice (void)
{
  static const char * const faults[] = {
    "cut-request", "cut-reply", "drop", "twice", "status", "truncated", "drop", "html",
  };
  static const guint statuses[] = { 429, 500, 503, 502, 504 };
  const char *fault;
  guint n;

  if (dice == NULL || g_rand_int_range (dice, 0, 1000) >= chance)
    return NULL;

  fault = faults[g_rand_int_range (dice, 0, G_N_ELEMENTS (faults))];
  n = g_str_equal (fault, "status") ? statuses[g_rand_int_range (dice, 0, G_N_ELEMENTS (statuses))]
                                    : (guint) g_rand_int_range (dice, 0, 600);

  return rule_new (fault, n, "");
}

/* The fault that the request is to have, if any */
static Rule *
pick_rule (const char *first)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  n_requests++;
  for (GList *l = rules.head; l != NULL; l = l->next)
    {
      Rule *rule = l->data;

      if (strstr (first, rule->part) != NULL)
        {
          g_queue_delete_link (&rules, l);
          return rule;
        }
    }

  return throw_dice ();
}

static gboolean
has_mode (guint mode)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  return (modes & mode) != 0;
}

static gboolean
write_part (GOutputStream *out,
            GBytes        *bytes,
            gsize          n)
{
  return g_output_stream_write_all (out, g_bytes_get_data (bytes, NULL),
                                    MIN (n, g_bytes_get_size (bytes)), NULL, NULL, NULL);
}

/* To the server as far as that, and no further */
static void
cut_request (const FaultMessage *request,
             guint               n)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (GBytes) bytes = fault_message_to_bytes (request);

  g_socket_client_set_enable_proxy (client, FALSE);
  connection = g_socket_client_connect_to_host (client, "127.0.0.1", server_port, NULL, NULL);
  if (connection != NULL)
    write_part (g_io_stream_get_output_stream (G_IO_STREAM (connection)), bytes, n);
}

/* Until the desktop has had enough */
static void
write_endlessly (GOutputStream *out)
{
  static const char head[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                             "Transfer-Encoding: chunked\r\n\r\n";
  g_autofree char *chunk = g_strnfill (0x10000, ' ');
  g_autofree char *framed = g_strdup_printf ("10000\r\n%s\r\n", chunk);

  if (!g_output_stream_write_all (out, head, strlen (head), NULL, NULL, NULL))
    return;
  while (g_output_stream_write_all (out, framed, strlen (framed), NULL, NULL, NULL));
}

static void
write_huge (GOutputStream *out)
{
  static const char head[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                             "Content-Length: 10737418240\r\n\r\n";
  g_autofree char *chunk = g_strnfill (0x10000, ' ');

  if (!g_output_stream_write_all (out, head, strlen (head), NULL, NULL, NULL))
    return;
  while (g_output_stream_write_all (out, chunk, 0x10000, NULL, NULL, NULL));
}

static void
wait_for_end (GInputStream *in)
{
  char byte;

  while (g_input_stream_read (in, &byte, 1, NULL, NULL) > 0);
}

static FaultMessage *
answer (FaultMessage *request)
{
  FaultMessage *reply;
  gboolean is_stale = has_mode (FAULT_MODE_STALE);

  fault_message_drop_header (request, "If-Match");
  if (is_stale && strstr (request->first, "/_changes") != NULL)
    return fault_cluster_nothing_new (request);
  if (has_mode (FAULT_MODE_OPAQUE))
    fault_cluster_clear_since (request);
  reply = has_mode (FAULT_MODE_RACE) ? fault_cluster_race (server_port, request)
                                     : fault_message_ask (server_port, request);
  if (reply != NULL && has_mode (FAULT_MODE_OPAQUE))
    fault_cluster_hide_seq (request, reply);
  if (reply != NULL && has_mode (FAULT_MODE_ACCEPTED) && g_str_has_prefix (reply->first, "HTTP/1.1 201"))
    {
      g_free (reply->first);
      reply->first = g_strdup ("HTTP/1.1 202 Accepted");
    }

  return reply;
}

static void
spoil (FaultMessage *reply,
       const Rule   *rule)
{
  gsize n = g_bytes_get_size (reply->body);

  if (g_str_equal (rule->fault, "truncated"))
    {
      g_autoptr (GBytes) body = g_bytes_ref (reply->body);

      fault_message_set_body (reply, g_bytes_get_data (body, NULL), n / 2);
    }
  if (g_str_equal (rule->fault, "html"))
    {
      fault_message_drop_header (reply, "Content-Type");
      g_string_append (reply->headers, "Content-Type: text/html\r\n");
      fault_message_set_body (reply, "<html>Please log in to the hotel</html>", -1);
    }
}

/* Returns whether the connection may go on. */
static gboolean
serve_faulty (FaultMessage  *request,
              const Rule    *rule,
              GInputStream  *in,
              GOutputStream *out)
{
  g_autoptr (FaultMessage) reply = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_str_equal (rule->fault, "cut-request"))
    cut_request (request, rule->n);
  else if (g_str_equal (rule->fault, "stall"))
    wait_for_end (in);
  else if (g_str_equal (rule->fault, "endless"))
    write_endlessly (out);
  else if (g_str_equal (rule->fault, "huge"))
    write_huge (out);
  else if (g_str_equal (rule->fault, "status"))
    reply = fault_message_refuse (rule->n);
  else
    reply = answer (request);
  if (reply == NULL || g_str_equal (rule->fault, "drop"))
    return FALSE;

  if (g_str_equal (rule->fault, "twice"))
    {
      g_clear_pointer (&reply, fault_message_free);
      reply = answer (request);
      if (reply == NULL)
        return FALSE;
    }
  spoil (reply, rule);
  bytes = fault_message_to_bytes (reply);
  if (!g_str_equal (rule->fault, "cut-reply"))
    return write_part (out, bytes, G_MAXSIZE);
  write_part (out, bytes, rule->n);

  return FALSE;
}

static gboolean
serve (FaultMessage  *request,
       GInputStream  *in,
       GOutputStream *out)
{
  Rule *rule = pick_rule (request->first);
  g_autoptr (FaultMessage) reply = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean goes_on;

  if (rule != NULL)
    {
      goes_on = serve_faulty (request, rule, in, out);
      rule_free (rule);
      return goes_on;
    }

  reply = answer (request);
  if (reply == NULL)
    return FALSE;
  bytes = fault_message_to_bytes (reply);

  return write_part (out, bytes, G_MAXSIZE);
}

static gboolean
on_run (GThreadedSocketService *service,
        GSocketConnection      *connection)
{
  g_autoptr (GDataInputStream) in =
    g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  gboolean goes_on = TRUE;

  while (goes_on)
    {
      g_autoptr (FaultMessage) request = fault_message_read (G_INPUT_STREAM (in), FALSE);

      goes_on = request != NULL && serve (request, G_INPUT_STREAM (in), out);
    }

  return TRUE;
}

static void
set_modes (char **words)
{
  static const char * const names[] = { "opaque", "race", "accepted", "stale" };

  modes = 0;
  for (guint i = 0; words[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      if (g_str_equal (words[i], names[j]))
        modes |= 1u << j;
}

static void
obey (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (g_str_equal (words[0], "next"))
    g_queue_push_tail (&rules, rule_new (words[1], atoi (words[2]), words[3]));
  if (g_str_equal (words[0], "clear"))
    g_queue_clear_full (&rules, (GDestroyNotify) rule_free);
  if (g_str_equal (words[0], "mode"))
    set_modes (words + 1);
  if (g_str_equal (words[0], "random"))
    {
      g_clear_pointer (&dice, g_rand_free);
      dice = g_rand_new_with_seed (atoi (words[1]));
      chance = atoi (words[2]);
    }
  printf ("%u\n", n_requests);
  fflush (stdout);
}

static gpointer
read_commands (gpointer loop)
{
  char line[1024];

  while (fgets (line, sizeof line, stdin) != NULL)
    obey (g_strchomp (line));
  g_main_loop_quit (loop);

  return NULL;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GSocketService) service = g_threaded_socket_service_new (20);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) effective = NULL;
  g_autoptr (GThread) commands = NULL;
  g_autoptr (GError) error = NULL;

  server_port = atoi (argv[1]);
  if (!g_socket_listener_add_address (G_SOCKET_LISTENER (service), address, G_SOCKET_TYPE_STREAM,
                                      G_SOCKET_PROTOCOL_TCP, NULL, &effective, &error))
    {
      fprintf (stderr, "fault-proxy: %s\n", error->message);
      return 2;
    }
  g_signal_connect (service, "run", G_CALLBACK (on_run), NULL);
  g_socket_service_start (service);
  printf ("%u\n", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective)));
  fflush (stdout);

  commands = g_thread_new ("commands", read_commands, loop);
  g_main_loop_run (loop);
  exit (0);
}
