"""The C interface as ctypes sees it. Made by tools/generate_abi.py from capi/annexa.h."""
from __future__ import annotations

from ctypes import (CFUNCTYPE, POINTER, Structure, c_char, c_char_p, c_int32, c_int64, c_size_t, c_uint8, c_uint32,
                    c_uint64, c_void_p)
from typing import Any

OK = 0
E_USAGE = 1
E_RULE = 100
E_CONFLICT = 200
E_STORAGE = 300
E_INTEGRITY = 400
E_NO_MEMORY = 900
E_CANCELLED = 901
E_INTERNAL = 999

annexa_now_fn = CFUNCTYPE(c_int32, c_void_p, POINTER(c_int64))

annexa_random_fn = CFUNCTYPE(c_int32, c_void_p, c_uint64, c_uint64, POINTER(c_uint8), c_size_t)

annexa_log_fn = CFUNCTYPE(None, c_void_p, c_int32, POINTER(c_char), c_size_t)

annexa_progress_fn = CFUNCTYPE(c_int32, c_void_p, c_uint64, c_uint64)


class annexa_str(Structure):
    _fields_ = [("data", POINTER(c_char)), ("size", c_size_t)]


class annexa_store_head(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("workspace", POINTER(c_uint8)),
                ("size", c_uint64), ("frontier", annexa_str)]

annexa_store_head_fn = CFUNCTYPE(c_int32, c_void_p, POINTER(annexa_store_head))


class annexa_store_event(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("position", c_uint64), ("id", POINTER(c_uint8)),
                ("stream", POINTER(c_uint8)), ("version", c_uint64), ("leaf", POINTER(c_uint8)), ("body", annexa_str)]


class annexa_store_text(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("commitment", POINTER(c_uint8)),
                ("salt", POINTER(c_uint8)), ("value", annexa_str)]


class annexa_store_append(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("expected_size", c_uint64),
                ("events", POINTER(annexa_store_event)), ("event_count", c_size_t),
                ("texts", POINTER(annexa_store_text)), ("text_count", c_size_t), ("erase", POINTER(c_uint8)),
                ("erase_count", c_size_t), ("frontier", annexa_str)]

annexa_store_append_fn = CFUNCTYPE(c_int32, c_void_p, POINTER(annexa_store_append))

annexa_store_take_fn = CFUNCTYPE(c_int32, c_void_p, POINTER(annexa_store_event))

annexa_store_read_fn = CFUNCTYPE(c_int32, c_void_p, c_uint64, c_uint64, annexa_store_take_fn, c_void_p)

annexa_store_find_fn = CFUNCTYPE(c_int32, c_void_p, POINTER(c_uint8), POINTER(c_int32), POINTER(c_uint64))

annexa_store_version_fn = CFUNCTYPE(c_int32, c_void_p, POINTER(c_uint8), POINTER(c_uint64))

annexa_store_personal_fn = CFUNCTYPE(c_int32, c_void_p, POINTER(c_uint8), POINTER(c_int32), POINTER(annexa_store_text))

annexa_store_erase_fn = CFUNCTYPE(c_int32, c_void_p, POINTER(c_uint8), POINTER(c_int32))

annexa_store_explain_fn = CFUNCTYPE(None, c_void_p, POINTER(annexa_str))

annexa_store_close_fn = CFUNCTYPE(None, c_void_p)


class annexa_env(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("user", c_void_p), ("now", annexa_now_fn),
                ("random", annexa_random_fn), ("log", annexa_log_fn)]


class annexa_task(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("user", c_void_p),
                ("progress", annexa_progress_fn), ("cancel", c_void_p)]


class annexa_workspace_options(Structure):
    _fields_ = [("struct_size", c_uint32), ("read_only", c_uint32), ("env", POINTER(annexa_env)),
                ("actor", annexa_str), ("at", annexa_str), ("seed", annexa_str), ("write_ahead", c_uint32),
                ("fold_all", c_uint32)]


class annexa_store_ops(Structure):
    _fields_ = [("struct_size", c_uint32), ("reserved", c_uint32), ("user", c_void_p),
                ("head", annexa_store_head_fn), ("append", annexa_store_append_fn), ("read", annexa_store_read_fn),
                ("find", annexa_store_find_fn), ("version", annexa_store_version_fn),
                ("personal", annexa_store_personal_fn), ("erase", annexa_store_erase_fn),
                ("explain", annexa_store_explain_fn), ("close", annexa_store_close_fn)]


#: Result type and argument types of every function.
FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {
    "annexa_status_name": (c_void_p, [c_int32]),
    "annexa_version": (c_uint32, []),
    "annexa_version_text": (c_void_p, []),
    "annexa_abi_version": (c_uint32, []),
    "annexa_feature": (c_int32, [c_char_p, c_size_t]),
    "annexa_buf_data": (c_void_p, [c_void_p]),
    "annexa_buf_size": (c_size_t, [c_void_p]),
    "annexa_buf_free": (None, [c_void_p]),
    "annexa_error_kind": (c_int32, [c_void_p]),
    "annexa_error_count": (c_size_t, [c_void_p]),
    "annexa_error_rule": (c_int32, [c_void_p, c_size_t, POINTER(annexa_str)]),
    "annexa_error_where": (c_int32, [c_void_p, c_size_t, POINTER(annexa_str)]),
    "annexa_error_message": (c_int32, [c_void_p, c_size_t, POINTER(annexa_str)]),
    "annexa_error_json": (c_int32, [c_void_p, POINTER(annexa_str)]),
    "annexa_error_free": (None, [c_void_p]),
    "annexa_cancel_new": (c_int32, [POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_cancel_trip": (None, [c_void_p]),
    "annexa_cancel_free": (None, [c_void_p]),
    "annexa_schema_list": (c_int32, [POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_schema": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_catalog_list": (c_int32, [POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_catalog_get": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_catalog_find": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_catalog_query": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_catalog_wording": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t, c_char_p,
                                         c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_catalog_read": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p),
                                      POINTER(c_void_p)]),
    "annexa_catalog_compare": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t, c_char_p,
                                         c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_crosswalk_list": (c_int32, [POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_crosswalk_get": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p),
                                       POINTER(c_void_p)]),
    "annexa_crosswalk_compose": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t,
                                           POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_risk_methods": (c_int32, [POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_risk_score": (c_int32, [c_char_p, c_size_t, c_int32, c_int32, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_risk_rate": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_risk_heat_map": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_distribution_figures": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p),
                                              POINTER(c_void_p)]),
    "annexa_distribution_sample": (c_int32, [c_char_p, c_size_t, c_uint64, c_uint64, c_char_p, c_size_t,
                                             POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_risk_simulate": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_uint32, POINTER(annexa_task),
                                       POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_risk_optimize": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_uint32, POINTER(annexa_task),
                                       POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_simulation_part": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_int64, c_int64, c_uint32,
                                         POINTER(annexa_task), POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_simulation_merge": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_simulation_figures": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t,
                                            POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_simulation_samples": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_uint32, POINTER(annexa_task),
                                            POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_risk_sensitivity": (c_int32, [c_char_p, c_size_t, c_int64, c_int64, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_loss_curve_picture": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_loss_histogram_picture": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_tornado_picture": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_frontier_picture": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_risk_score_many": (c_int32, [c_char_p, c_size_t, c_int32, c_void_p, c_void_p, c_size_t, POINTER(c_uint8),
                                         POINTER(c_void_p)]),
    "annexa_cvss_score": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_cvss_score_many": (c_int32, [POINTER(annexa_str), c_size_t, POINTER(c_int32), POINTER(c_int32),
                                         POINTER(c_int32), POINTER(c_int32), POINTER(c_void_p)]),
    "annexa_cvss_rate": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_table_read": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p),
                                    POINTER(c_void_p)]),
    "annexa_workbook_write": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_sample_size": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_sample_draw": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_sample_evaluate": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_audit_time": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_plan": (c_int32, [c_char_p, c_size_t, POINTER(annexa_task), POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_season": (c_int32, [c_char_p, c_size_t, POINTER(annexa_task), POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_programme": (c_int32, [c_char_p, c_size_t, POINTER(annexa_task), POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_decide": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(annexa_env),
                                POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_grade_propose": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_nonconformity_steps": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t, c_int32,
                                             POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_nonconformity_advance": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_nonconformity_lifecycle": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_state_crosswalk": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_create": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, POINTER(annexa_workspace_options),
                                          POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_create_in_memory": (c_int32, [c_char_p, c_size_t, POINTER(annexa_workspace_options),
                                                    POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_open": (c_int32, [c_char_p, c_size_t, POINTER(annexa_workspace_options), POINTER(annexa_task),
                                        POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_close": (None, [c_void_p]),
    "annexa_workspace_apply": (c_int32, [c_void_p, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_query": (c_int32, [c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p),
                                         POINTER(c_void_p)]),
    "annexa_workspace_snapshot": (c_int32, [c_void_p, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_steps": (c_int32, [c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p),
                                         POINTER(c_void_p)]),
    "annexa_workspace_checklist": (c_int32, [c_void_p, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_similar": (c_int32, [c_void_p, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_grade_proposal": (c_int32, [c_void_p, c_char_p, c_size_t, c_char_p, c_size_t,
                                                  POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_status": (c_int32, [c_void_p, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_soa_diff": (c_int32, [c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p),
                                            POINTER(c_void_p)]),
    "annexa_workspace_soa_migration": (c_int32, [c_void_p, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_risk_scores": (c_int32, [c_void_p, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_risk_groups": (c_int32, [c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p),
                                               POINTER(c_void_p)]),
    "annexa_workspace_risk_trend": (c_int32, [c_void_p, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_heat_map": (c_int32, [c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, c_int32,
                                            POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_risk_trend_chart": (c_int32, [c_void_p, c_char_p, c_size_t, c_int32, POINTER(c_void_p),
                                                    POINTER(c_void_p)]),
    "annexa_workspace_asset_values": (c_int32, [c_void_p, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_gap": (c_int32, [c_void_p, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_crosswalk": (c_int32, [c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t,
                                             POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_readiness": (c_int32, [c_void_p, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_maturity": (c_int32, [c_void_p, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_kpi_definitions": (c_int32, [POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_kpis": (c_int32, [c_void_p, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_review": (c_int32, [c_void_p, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_refresh": (c_int32, [c_void_p, POINTER(c_uint64), POINTER(c_void_p)]),
    "annexa_workspace_import": (c_int32, [c_void_p, POINTER(annexa_str), POINTER(annexa_str), c_size_t, c_char_p,
                                          c_size_t, POINTER(annexa_task), POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_export": (c_int32, [c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p),
                                          POINTER(c_void_p)]),
    "annexa_workspace_propose_programme": (c_int32, [c_void_p, c_char_p, c_size_t, POINTER(annexa_task),
                                                     POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_propose_plan": (c_int32, [c_void_p, c_char_p, c_size_t, c_char_p, c_size_t,
                                                POINTER(annexa_task), POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_propose_replan": (c_int32, [c_void_p, c_char_p, c_size_t, c_char_p, c_size_t,
                                                  POINTER(annexa_task), POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_propose_season": (c_int32, [c_void_p, c_char_p, c_size_t, POINTER(annexa_task),
                                                  POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_calendar": (c_int32, [c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p),
                                            POINTER(c_void_p)]),
    "annexa_plan_picture": (c_int32, [c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_picture_labels": (c_int32, [c_void_p, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_report": (c_int32, [c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t,
                                          POINTER(annexa_task), POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_oscal": (c_int32, [c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t,
                                         POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_pack": (c_int32, [c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t,
                                        POINTER(annexa_task), POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_events": (c_int32, [c_void_p, c_uint64, c_uint64, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_blob": (c_int32, [c_void_p, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_stats": (c_int32, [c_void_p, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_root": (c_int32, [c_void_p, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_verify": (c_int32, [c_void_p, POINTER(annexa_task), POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_backup": (c_int32, [c_void_p, c_char_p, c_size_t, c_uint32, POINTER(annexa_task),
                                          POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_workspace_verify_kept": (c_int32, [c_void_p, c_char_p, c_size_t, POINTER(annexa_task), POINTER(c_void_p),
                                               POINTER(c_void_p)]),
    "annexa_workspace_checkpoint": (c_int32, [c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p),
                                              POINTER(c_void_p)]),
    "annexa_workspace_prove_event": (c_int32, [c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p),
                                               POINTER(c_void_p)]),
    "annexa_workspace_prove_history": (c_int32, [c_void_p, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p),
                                                 POINTER(c_void_p)]),
    "annexa_workspace_create_in_store": (c_int32, [POINTER(annexa_store_ops), c_char_p, c_size_t,
                                                   POINTER(annexa_workspace_options), POINTER(c_void_p),
                                                   POINTER(c_void_p)]),
    "annexa_workspace_open_in_store": (c_int32, [POINTER(annexa_store_ops), POINTER(annexa_workspace_options),
                                                 POINTER(annexa_task), POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_pool_create": (c_int32, [c_uint64, POINTER(annexa_workspace_options), POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_pool_open": (c_int32, [c_void_p, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_pool_figures": (c_int32, [c_void_p, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_pool_close": (None, [c_void_p]),
    "annexa_key_generate": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_key_describe": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p),
                                      POINTER(c_void_p)]),
    "annexa_key_rotate": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p),
                                    POINTER(c_void_p)]),
    "annexa_checkpoint_check": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_checkpoint_witness": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t, c_char_p,
                                            c_size_t, c_char_p, c_size_t, POINTER(annexa_env), POINTER(c_void_p),
                                            POINTER(c_void_p)]),
    "annexa_proof_check_event": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t,
                                           POINTER(c_void_p), POINTER(c_void_p)]),
    "annexa_proof_check_history": (c_int32, [c_char_p, c_size_t, c_char_p, c_size_t, c_char_p, c_size_t,
                                             POINTER(c_void_p), POINTER(c_void_p)]),
}
