package structured.coach.timeline;

/** How a picture looks, in light and in dark surroundings. It brings its own background, and so is legible on any page. */
final class SvgStyle {

    private static final String STYLE = """
            <style>
            .paper { fill: #ffffff; stroke: #d0d7de }
            text { font: 13px system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; fill: #1f2328 }
            .head { font-weight: 600; font-size: 15px }
            .label, .note { fill: #57606a }
            .end { fill: #b3261e; font-weight: 600 }
            .mark { stroke: #d8dee4 }
            .span { stroke: #ffffff; stroke-width: 0.75 }
            .c-work { fill: #0b4f9e } .c-wait { fill: #a5cdf5 } .c-others { fill: #eaf4fe } .rim { stroke: #a5cdf5 } .c-unknown { fill: #c3c9d0 } .c-pinned { fill: #f6c8c0 }
            .ink { stroke: #b3261e; stroke-width: 2.5 } .dots { fill: #6e7781 }
            @media (prefers-color-scheme: dark) {
            .paper { fill: #0d1117; stroke: #30363d }
            text { fill: #e6edf3 }
            .label, .note { fill: #a3adb8 }
            .end { fill: #ff938a }
            .mark { stroke: #2b323b }
            .span { stroke: #0d1117 }
            .c-work { fill: #8cc4ff } .c-wait { fill: #24517f } .c-others { fill: #10202f } .rim { stroke: #24517f } .c-unknown { fill: #454c55 } .c-pinned { fill: #5c221d }
            .ink { stroke: #ff7b72 } .dots { fill: #9aa4af }
            }
            </style>
            """;

    /** Patterns, so that nothing depends on telling colours apart. */
    private static final String PATTERNS = """
            <defs>
            <pattern id="%1$s-work" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="c-work" width="8" height="8"/></pattern>
            <pattern id="%1$s-others" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="c-others" width="8" height="8"/><path class="rim" d="M2 4h3"/></pattern>
            <pattern id="%1$s-wait" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="c-wait" width="8" height="8"/></pattern>
            <pattern id="%1$s-unknown" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="c-unknown" width="6" height="6"/><circle class="dots" cx="3" cy="3" r="1"/></pattern>
            <pattern id="%1$s-pinned" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="c-pinned" width="7" height="7"/><path class="ink" d="M0 0v7"/></pattern>
            </defs>
            """;

    private SvgStyle() {}

    static String of(String id) {
        return STYLE + PATTERNS.formatted(id);
    }

    static String name(State state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }

    static String fill(State state, String id) {
        return "url(#" + id + "-" + name(state) + ")";
    }
}
