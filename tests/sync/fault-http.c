/* fault-http.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fault-http.h"

#include <stdlib.h>
#include <string.h>

void
fault_message_free (FaultMessage *self)
{
  g_free (self->first);
  g_string_free (self->headers, TRUE);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

/* Where the value of the header is, or %NULL */
static const char *
find_header (const FaultMessage *self,
             const char         *name)
{
  gsize length = strlen (name);

  for (const char *line = self->headers->str; *line != '\0'; line = strchr (line, '\n') + 1)
    if (g_ascii_strncasecmp (line, name, length) == 0 && line[length] == ':')
      return line + length + 1;

  return NULL;
}

char *
fault_message_get_header (const FaultMessage *self,
                          const char         *name)
{
  const char *value = find_header (self, name);

  return value != NULL ? g_strstrip (g_strndup (value, strchr (value, '\n') - value)) : NULL;
}

void
fault_message_drop_header (FaultMessage *self,
                           const char   *name)
{
  const char *value = find_header (self, name);
  const char *start = value != NULL ? value - strlen (name) - 1 : NULL;

  if (start != NULL)
    g_string_erase (self->headers, start - self->headers->str, strchr (value, '\n') + 1 - start);
}

void
fault_message_set_body (FaultMessage *self,
                        const char   *text,
                        gssize        length)
{
  gsize n = length >= 0 ? (gsize) length : strlen (text);
  GBytes *body = g_bytes_new (text, n);

  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = body;
  fault_message_drop_header (self, "Content-Length");
  fault_message_drop_header (self, "Transfer-Encoding");
  g_string_append_printf (self->headers, "Content-Length: %" G_GSIZE_FORMAT "\r\n", n);
}

static GBytes *
read_chunks (GDataInputStream *data)
{
  g_autoptr (GByteArray) body = g_byte_array_new ();

  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (data, NULL, NULL, NULL);
      gsize n = line != NULL ? strtoul (line, NULL, 16) : 0, got;
      g_autofree guint8 *chunk = g_malloc (n + 2);

      if (line == NULL || !g_input_stream_read_all (G_INPUT_STREAM (data), chunk, n + 2, &got, NULL, NULL) ||
          got < n + 2)
        return NULL;
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&body));
      g_byte_array_append (body, chunk, n);
    }
}

static GBytes *
read_length (GDataInputStream *data,
             gsize             length)
{
  g_autofree guint8 *body = g_malloc (length + 1);
  gsize got;

  if (!g_input_stream_read_all (G_INPUT_STREAM (data), body, length, &got, NULL, NULL) || got < length)
    return NULL;

  return g_bytes_new (body, length);
}

/* Returns %NULL at the end of the stream, or where it breaks off. A stream is read
 * for one message only where @is_reply. */
FaultMessage *
fault_message_read (GInputStream *stream,
                    gboolean      is_reply)
{
  GDataInputStream *data = G_DATA_INPUT_STREAM (stream);
  g_autoptr (FaultMessage) self = g_new0 (FaultMessage, 1);
  g_autofree char *length = NULL, *encoding = NULL;
  char *line;

  g_data_input_stream_set_newline_type (data, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  self->headers = g_string_new (NULL);
  self->first = g_data_input_stream_read_line (data, NULL, NULL, NULL);
  if (self->first == NULL)
    return NULL;
  while ((line = g_data_input_stream_read_line (data, NULL, NULL, NULL)) != NULL && *line != '\0')
    {
      g_string_append_printf (self->headers, "%s\r\n", line);
      g_free (line);
    }
  if (line == NULL)
    return NULL;
  g_free (line);

  length = fault_message_get_header (self, "Content-Length");
  encoding = fault_message_get_header (self, "Transfer-Encoding");
  if (encoding != NULL)
    self->body = read_chunks (data);
  else
    self->body = read_length (data, length != NULL ? strtoul (length, NULL, 10) : 0);
  if (self->body == NULL)
    return NULL;
  if (is_reply)
    {
      fault_message_drop_header (self, "Connection");
      fault_message_set_body (self, g_bytes_get_data (self->body, NULL), g_bytes_get_size (self->body));
    }

  return g_steal_pointer (&self);
}

GBytes *
fault_message_to_bytes (const FaultMessage *self)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) self->first, strlen (self->first));
  g_byte_array_append (bytes, (const guint8 *) "\r\n", 2);
  g_byte_array_append (bytes, (const guint8 *) self->headers->str, self->headers->len);
  g_byte_array_append (bytes, (const guint8 *) "\r\n", 2);
  g_byte_array_append (bytes, g_bytes_get_data (self->body, NULL), g_bytes_get_size (self->body));

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* The server's answer; %NULL where it doesn't give one. */
FaultMessage *
fault_message_ask (guint               port,
                   const FaultMessage *request)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (GDataInputStream) data = NULL;
  g_autoptr (GBytes) bytes = fault_message_to_bytes (request);

  g_socket_client_set_proxy_resolver (client, NULL);
  g_socket_client_set_enable_proxy (client, FALSE);
  connection = g_socket_client_connect_to_host (client, "127.0.0.1", port, NULL, NULL);
  if (connection == NULL)
    return NULL;
  if (!g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)),
                                  g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL, NULL))
    return NULL;
  data = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));

  return fault_message_read (G_INPUT_STREAM (data), TRUE);
}

FaultMessage *
fault_message_refuse (guint status)
{
  FaultMessage *self = g_new0 (FaultMessage, 1);

  self->first = g_strdup_printf ("HTTP/1.1 %u Fault", status);
  self->headers = g_string_new ("Content-Type: application/json\r\n");
  fault_message_set_body (self, "{\"error\":\"fault\",\"reason\":\"as the test wants it\"}", -1);

  return self;
}
