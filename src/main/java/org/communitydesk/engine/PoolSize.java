package org.communitydesk.engine;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * How many connections the threads of a node need so that none waits for one that another holds
 * while it waits itself. A job that publishes holds three at once: the engine's, the ledger's and
 * the gate's. A thread of the inbox holds two.
 */
final class PoolSize {

  static final String SETTING = "spring.datasource.hikari.maximum-pool-size";
  private static final String JOBS = "camunda.bpm.job-execution.max-pool-size";
  private static final String WORKERS = "desk.intake.workers";
  private static final int OF_A_JOB = 3;
  private static final int OF_A_WORKER = 2;

  /** People's requests, polls, mail, watchman, training, and the one that listens. */
  private static final int OF_THE_REST = 12;

  private PoolSize() {}

  /** What the settings need. */
  static int needed(int jobs, int workers) {
    return OF_A_JOB * jobs + OF_A_WORKER * workers + OF_THE_REST;
  }

  /**
   * The pool's size: what is set, or else what is needed.
   *
   * @throws TooSmall when less is set than is needed
   */
  static int of(Environment settings) {
    int jobs = settings.getProperty(JOBS, Integer.class, 8);
    int workers = settings.getProperty(WORKERS, Integer.class, 2);
    int needed = needed(jobs, workers);
    Integer set = settings.getProperty(SETTING, Integer.class);
    if (set != null && set < needed) {
      throw new TooSmall(set, jobs, workers, needed);
    }
    return set == null ? needed : set;
  }

  static final class TooSmall extends RuntimeException {

    private TooSmall(int set, int jobs, int workers, int needed) {
      super(
          "%s is %d, but %s=%d and %s=%d need %d connections: %d for each of the former, %d for each of the latter and %d for everything else."
              .formatted(
                  SETTING,
                  set,
                  JOBS,
                  jobs,
                  WORKERS,
                  workers,
                  needed,
                  OF_A_JOB,
                  OF_A_WORKER,
                  OF_THE_REST));
    }
  }

  static final class TooSmallAnalyzer extends AbstractFailureAnalyzer<TooSmall> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TooSmall cause) {
      return new FailureAnalysis(
          cause.getMessage(),
          "Remove "
              + SETTING
              + " (it is then as large as is needed), or set fewer threads. The PostgreSQL server"
              + " must allow that many connections for each node, and a few more"
              + " (max_connections).",
          cause);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Sizing {

    @Bean
    static BeanPostProcessor poolSize(Environment settings) {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
          if (bean instanceof HikariDataSource pool && name.equals("dataSource")) {
            pool.setMaximumPoolSize(of(settings));
          }
          return bean;
        }
      };
    }
  }
}
