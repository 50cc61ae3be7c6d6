// Settings of Camunda's Cockpit. The webapp loads this file first and never from the cache.

export default {
  customScripts: ['desk/cockpit'],
};
