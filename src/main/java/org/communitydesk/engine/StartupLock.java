package org.communitydesk.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Nodes that start at the same moment lay out and furnish the engine's database one after the
 * other; the stock engine lets them collide on an empty one.
 */
class StartupLock {

  private static final long LOCK = 0x6465736bL;

  private final DataSource database;
  private Connection holding;

  StartupLock(DataSource database) {
    this.database = database;
  }

  private void take() {
    try {
      holding = database.getConnection();
      holding.setNetworkTimeout(Runnable::run, 0);
      call(holding, "set statement_timeout = 0; set lock_timeout = 0");
      call(holding, "select pg_advisory_lock(" + LOCK + ")");
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot wait for the other nodes' start", failure);
    }
  }

  private void give() {
    try (Connection held = holding) {
      call(held, "select pg_advisory_unlock(" + LOCK + ")");
      call(held, "reset statement_timeout; reset lock_timeout");
    } catch (SQLException failure) {
      throw new IllegalStateException("cannot let the other nodes start", failure);
    }
  }

  private static void call(Connection held, String sql) throws SQLException {
    try (Statement statement = held.createStatement()) {
      statement.execute(sql);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Plugins {

    @Bean
    @DependsOnDatabaseInitialization
    StartupLock turnToFurnish(DataSource database) {
      return new StartupLock(database);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    AbstractProcessEnginePlugin takeTurn(StartupLock turn) {
      return new AbstractProcessEnginePlugin() {
        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
          turn.take();
        }
      };
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    AbstractProcessEnginePlugin giveTurn(StartupLock turn) {
      return new AbstractProcessEnginePlugin() {
        @Override
        public void postProcessEngineBuild(ProcessEngine engine) {
          turn.give();
        }
      };
    }
  }
}
