package org.communitydesk.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** Migrations may take as long as they take: connections without the pool's time limits. */
@Component
class PatientFlyway implements FlywayConfigurationCustomizer {

  @Override
  public void customize(FluentConfiguration flyway) {
    DataSource pool = flyway.getDataSource();
    try {
      if (pool.isWrapperFor(HikariDataSource.class)) {
        flyway.dataSource(patient(pool.unwrap(HikariDataSource.class)));
      }
    } catch (SQLException unknown) {
      throw new IllegalStateException(unknown);
    }
  }

  private static DataSource patient(HikariDataSource pool) {
    Properties settings = new Properties();
    settings.putAll(pool.getDataSourceProperties());
    settings.keySet().removeAll(List.of("options", "socketTimeout"));
    settings.replaceAll((name, value) -> value.toString());
    DriverManagerDataSource patient =
        new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    patient.setConnectionProperties(settings);
    return patient;
  }
}
