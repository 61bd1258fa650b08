/* kq-section-list.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-section-list.h"

#include "kq-activities-section.h"
#include "kq-calendar-section.h"
#include "kq-checks-section.h"
#include "kq-coupon-section.h"
#include "kq-exposure-section.h"
#include "kq-gift-pack-section.h"
#include "kq-levels-section.h"
#include "kq-member-cards-section.h"
#include "kq-member-center-section.h"
#include "kq-numbers-section.h"
#include "kq-overview-section.h"
#include "kq-pages-section.h"
#include "kq-prices-section.h"
#include "kq-shops-section.h"

/* The sections of the campaign window, in the order of its sidebar. Named here
 * one by one: a linker drops what registers itself from a static library. */
static GType (* const types[]) (void) = {
  kq_overview_section_get_type,
  kq_checks_section_get_type,
  kq_shops_section_get_type,
  kq_levels_section_get_type,
  kq_coupon_section_get_type,
  kq_activities_section_get_type,
  kq_gift_pack_section_get_type,
  kq_member_cards_section_get_type,
  kq_member_center_section_get_type,
  kq_pages_section_get_type,
  kq_calendar_section_get_type,
  kq_exposure_section_get_type,
  kq_prices_section_get_type,
  kq_numbers_section_get_type,
};

/**
 * kq_section_list_get_length:
 *
 * Returns: how many sections there are
 */
guint
kq_section_list_get_length (void)
{
  return G_N_ELEMENTS (types);
}

/**
 * kq_section_list_get_type:
 * @position: a section's place in the sidebar
 *
 * Returns: its type
 */
GType
kq_section_list_get_type (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (types), G_TYPE_INVALID);

  return types[position] ();
}

/**
 * kq_section_list_ref_class:
 * @position: a section's place in the sidebar
 *
 * Returns: (transfer full): what is said of it, without making one
 */
KqSectionClass *
kq_section_list_ref_class (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (types), NULL);

  return g_type_class_ref (types[position] ());
}

/**
 * kq_section_list_find:
 * @name: a section's name
 *
 * Returns: its place, or the number of sections where there is no such
 */
guint
kq_section_list_find (const char *name)
{
  guint position = 0;

  g_return_val_if_fail (name != NULL, G_N_ELEMENTS (types));

  for (; position < G_N_ELEMENTS (types); position++)
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (types[position] ());

      if (g_str_equal (KQ_SECTION_CLASS (klass)->name, name))
        break;
    }

  return position;
}

/* By the name of each list the place of its section, from 1. */
static GHashTable *
get_sections_of_lists (void)
{
  static GHashTable *sections;

  if (sections != NULL)
    return sections;

  sections = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = G_N_ELEMENTS (types); i-- > 0;)
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (types[i] ());
      const char * const *lists = KQ_SECTION_CLASS (klass)->lists;

      for (guint j = 0; lists != NULL && lists[j] != NULL; j++)
        g_hash_table_insert (sections, (gpointer) lists[j], GUINT_TO_POINTER (i + 1));
    }

  return sections;
}

/**
 * kq_section_list_find_list:
 * @pointer: a JSON Pointer into a campaign
 *
 * Returns: the place of the section that shows what @pointer names, or the
 *   number of sections where none does
 */
guint
kq_section_list_find_list (const char *pointer)
{
  g_autofree char *list = NULL;
  guint position;

  g_return_val_if_fail (pointer != NULL, G_N_ELEMENTS (types));

  if (*pointer != '/')
    return G_N_ELEMENTS (types);

  list = g_strndup (pointer + 1, strcspn (pointer + 1, "/"));
  position = GPOINTER_TO_UINT (g_hash_table_lookup (get_sections_of_lists (), list));

  return position > 0 ? position - 1 : G_N_ELEMENTS (types);
}
