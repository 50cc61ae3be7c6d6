package org.communitydesk.support;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * While it is open the engine works no jobs of its own accord: messages still come in and join
 * their cases, forms are taken, and everything that is {@code asyncBefore} waits. {@link
 * Appeal#idle} would wait in vain; see {@link Appeal#inFlight}.
 */
public final class RestingJobs implements AutoCloseable {

  private final JobExecutor jobs;

  private RestingJobs(JobExecutor jobs) {
    this.jobs = jobs;
    jobs.shutdown();
  }

  public static RestingJobs of(ProcessEngine engine) {
    return new RestingJobs(
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor());
  }

  @Override
  public void close() {
    jobs.start();
  }
}
