/** The element that a name such as `button.main` makes. */
type MadeElement<N extends string> = Tag<N> extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag<N>] : HTMLElement;
type Tag<N extends string> = N extends `${infer T}.${string}` ? T : N;
