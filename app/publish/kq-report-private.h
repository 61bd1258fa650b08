/* kq-report-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-book.h"
#include "kq-checker.h"
#include "kq-describe.h"
#include "kq-exposure.h"
#include "kq-funnel.h"
#include "kq-plan.h"
#include "kq-price-check.h"
#include "kq-report.h"

G_BEGIN_DECLS

/* As many bars as one compares by eye */
#define KQ_REPORT_MAX_BARS 15

/* A report that is being made. */
typedef struct {
  const KqReportSource *source;
  KqBook               *book;      /* (unowned) */
  GTimeZone            *zone;      /* (owned) */
  KqExposure           *exposure;  /* (owned) */
  KqNumbers            *numbers;   /* (owned) */
  KqNumbersFilter       all;
} KqReport;

/* What there will be (kq-report-plan.c) */
void  kq_report_add_plan    (KqReport  *self);

/* The tables of figures (kq-report-figures.c) */
void  kq_report_add_days    (KqReport  *self);
void  kq_report_add_objects (KqReport  *self);
void  kq_report_add_hours   (KqReport  *self);

/* Cells (kq-report-figures.c) */
void  kq_report_add_money   (KqBook    *book,
                             gint64     fen);
void  kq_report_add_measure (KqBook    *book,
                             KqMeasure  measure,
                             gint64     value);
char *kq_report_dup_name    (KqObject  *object);

G_END_DECLS
