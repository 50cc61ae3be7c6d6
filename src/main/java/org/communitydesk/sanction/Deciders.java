package org.communitydesk.sanction;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has had a say in a sanction, or in one that it follows. */
@Component
class Deciders {

  private final JdbcClient jdbc;

  Deciders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> of(UUID sanction) {
    return jdbc
        .sql(
            """
            with recursive line (id) as (
              select ?::uuid
              union select s.id from sanction s join line on s.replaced_by = line.id)
            select proposed_by as who from sanction where id in (select id from line)
            union select decided_by from sanction where id in (select id from line)
            union select confirmed_by from offence where sanction_id in (select id from line)
            union select who from sanction_ledger
              where sanction_id in (select id from line) and what in ('PROPOSED', 'UPHELD')
            order by who
            """)
        .param(sanction)
        .query(String.class)
        .list()
        .stream()
        .filter(Objects::nonNull)
        .toList();
  }
}
