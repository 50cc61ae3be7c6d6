package org.communitydesk.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * A task that leaves the house. Its box in the diagram begins a transaction of its own ({@code
 * asyncBefore}) and has a retry cycle: the job executor alone repeats it.
 */
public interface OutsideTask extends JavaDelegate {}
