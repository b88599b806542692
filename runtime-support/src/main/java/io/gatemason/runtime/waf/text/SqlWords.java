package io.gatemason.runtime.waf.text;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that mean something in one of the common databases. */
final class SqlWords {
  /** Functions that wait, read files, or leave the database. */
  static final Set<String> DANGEROUS_FUNCTIONS =
      Set.of(
          "sleep",
          "benchmark",
          "pg_sleep",
          "load_file",
          "extractvalue",
          "updatexml",
          "receive_message",
          "get_host_address",
          "sys_eval",
          "sys_exec",
          "randomblob",
          "load_extension",
          "pg_read_file",
          "lo_import",
          "dblink_connect",
          "gtid_subset",
          "openrowset",
          "opendatasource",
          "xmltype");

  /** Procedures of SQL Server that reach the machine. */
  static final Set<String> DANGEROUS_PROCEDURES =
      Set.of(
          "xp_cmdshell",
          "xp_dirtree",
          "xp_fileexist",
          "xp_regread",
          "xp_regwrite",
          "sp_executesql",
          "sp_oacreate",
          "sp_makewebtask",
          "sp_addsrvrolemember",
          "sp_password");

  /** Functions with which values are asked for and made. */
  static final Set<String> FUNCTIONS =
      Set.of(
          "ascii",
          "substr",
          "substring",
          "mid",
          "char",
          "chr",
          "concat",
          "concat_ws",
          "group_concat",
          "string_agg",
          "count",
          "length",
          "char_length",
          "len",
          "hex",
          "unhex",
          "ord",
          "if",
          "iif",
          "ifnull",
          "isnull",
          "nullif",
          "nvl",
          "coalesce",
          "cast",
          "convert",
          "version",
          "database",
          "schema",
          "user",
          "current_user",
          "system_user",
          "session_user",
          "current_database",
          "db_name",
          "host_name",
          "user_name",
          "object_id",
          "rand",
          "random",
          "floor",
          "md5",
          "sha1",
          "lower",
          "upper",
          "exists",
          "elt",
          "make_set",
          "find_in_set",
          "lpad",
          "rpad",
          "reverse",
          "locate",
          "instr",
          "strcmp",
          "unicode",
          "sqlite_version",
          "current_setting",
          "query_to_xml",
          "to_char",
          "bin",
          "bitand",
          "row",
          "field");

  /** Tables in which databases describe themselves. */
  static final Set<String> CATALOGS =
      Set.of(
          "information_schema",
          "sysobjects",
          "syscolumns",
          "sysusers",
          "sqlite_master",
          "sqlite_schema",
          "pg_catalog",
          "pg_user",
          "pg_shadow",
          "pg_tables",
          "all_tables",
          "user_tables",
          "all_tab_columns",
          "msysobjects",
          "sysdatabases");

  /** What a statement makes, changes or takes away. */
  static final Set<String> OBJECTS =
      Set.of(
          "table",
          "database",
          "schema",
          "view",
          "index",
          "user",
          "login",
          "role",
          "procedure",
          "proc",
          "function",
          "trigger",
          "sequence",
          "tablespace");

  /** Words behind which an expression may begin. */
  static final Set<String> BEFORE_EXPRESSIONS =
      Set.of(
          "select",
          "when",
          "then",
          "else",
          "by",
          "where",
          "having",
          "not",
          "all",
          "distinct",
          "limit",
          "values",
          "div",
          "mod",
          "like",
          "rlike",
          "regexp",
          "case",
          "offset",
          "analyse",
          "end",
          "between",
          "dual",
          "perform",
          "is",
          "in");

  /** Words with which a query goes on behind its table. */
  static final Set<String> CLAUSES =
      Set.of("where", "limit", "order", "group", "having", "union", "into", "join");

  /** Words with which something begins that is looked for. */
  static final Set<String> BEGINNINGS =
      Stream.of(
              DANGEROUS_FUNCTIONS,
              DANGEROUS_PROCEDURES,
              Set.of("union", "intersect", "except", "minus", "waitfor", "into", "procedure"),
              Set.of("case", "having", "from", "select", "order", "group", "update"))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private SqlWords() {}
}
