/** What stands in the HTML of a page or of the webapps is beyond the compiler: whoever looks something up knows what it is. */
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface HTMLFormElement {
  readonly elements: HTMLFormControlsCollection & Record<string, any>;
}
interface Window {
  /** Tasklist's own library. */
  angular: any;
}
