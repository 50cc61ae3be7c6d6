package org.communitydesk.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElExpression;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElProvider;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** No script engine for diagrams and nothing but FEEL for tables, whatever was deployed before. */
class NoScripts implements ScriptEngineResolver, ElProvider {

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory factory) {
    throw refused();
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    throw refused();
  }

  @Override
  public ScriptEngine getScriptEngine(String language, boolean fromCache) {
    throw refused();
  }

  @Override
  public ElExpression createExpression(String expression) {
    throw refused();
  }

  private static ProcessEngineException refused() {
    return new ProcessEngineException("Скрипты здесь не выполняются.");
  }
}
