//! Words of which nobody can say whether a mail program shows them: their style may hide them in a way that is not
//! understood here, or in some programs only. They are read, and told.

/// Adds words to those that are told.
pub(super) fn add(all: &mut String, text: &str) {
    for word in text.split_whitespace() {
        all.push_str(if all.is_empty() { "" } else { " " });
        all.push_str(word);
    }
}

/// The words in a comment that only some programs read: `[if mso]>`. What Word writes there for itself is none.
pub(super) fn conditional(comment: &str) -> String {
    let inside = comment.strip_prefix("[if").and_then(|rest| rest.split_once("]>"));
    let inside = inside.map(|(_, inside)| inside).filter(|inside| !inside.contains("<xml") && !inside.contains("[if"));
    inside.map(|inside| super::read(inside.trim_end_matches("<![endif]"), false).text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::shown as page;

    /// What style sheets and elements say of one word, and what is read without it.
    #[test]
    fn words_that_may_not_be_shown_are_told() {
        for rule in [
            "html .x{display:none}",
            "[class^='x']:not(.y){visibility:hidden}",
            "p ~ b.x{font-size:0}",
            ".x:nth-child(1){opacity:0}",
            "@media (max-width:600px){.x{display:none}}",
            "@supports (display:grid){b{display:none}} .y{color:red}",
            "@import url(https://fonts.googleapis.com/css?family=a;b); div > .x{height:0;overflow:hidden}",
            "b.x{display:none} .x{display:inline}",
            "#i{display:none} .x{display:inline}",
            ".x{display:none} b{display:inline}",
            ".x{display:none!important;display:inline}",
            ".x:not(:hover){display:none}",
            ".x:not(:checked){display:none}",
            "b:is(.x, .y):not(:focus){display:none}",
            ".x:first-line{font-size:0}",
            "div{.x{display:none}}",
            ".a{color:red;& .x{display:none}}",
            "div{@media screen{& b{display:none}}}",
            ".x{d\\69splay:none}",
            ".x{dis/**/play:none;color:red;all:unset}",
            "[class=X i]{display:none}",
            "[class=\"X\" i]{display:none}",
            "b[class='\\78']{display:none}",
            ".X{display:none}",
            "junk; .x{display:none}",
            ".y{}}}.x{display:none}",
            "b::before{content:'niet '}",
            "@media (prefers-color-scheme:light){.x{color:#fff}}",
            "@media (prefers-color-scheme:dark){.x{display:none}}",
            "@media (prefers-color-scheme:dark){.x{color:#111}}",
            "@media (prefers-color-scheme:dark){.x{color:#ddd;background:#eee}}",
            "@media screen and (min-width:1px){.x{color:#fff}}",
            ".x{text-decoration:none} @media (min-width:1px){.x{text-decoration:line-through}}",
            ".x{width:1px;overflow:hidden}",
            "*.x{transform:scale(0)}",
            ".x{clip-path:inset(100%)}",
            ".x{position:absolute;left:-9999px}",
            ".x{text-indent:-100em}",
            ".x{color:#FFF}",
            ".x{color: rgba(0, 0, 0, 0)}",
            ".x{opacity:0.01}",
            ".x{font-size:1px}",
            ".x{display:var(--a)}",
            ".\\78 {display:none}",
            "b{content-visibility:hidden}",
            ".x{-webkit-text-fill-color:transparent}",
            ".x{max-height:1px;overflow:hidden}",
            "body div b{visibility:collapse}",
        ] {
            let page = page(&format!("<style>{rule}</style><div>a <b class=x id=i>weg</b> <i>c</i></div>"));
            assert_eq!((page.text.as_str(), page.doubtful.as_str()), ("a weg c", "weg"), "{rule}");
            assert_eq!(page.sure.as_deref(), Some("a c"), "{rule}");
        }
        for html in [
            "<details>weg</details>",
            "<b style='opacity:.1'>weg</b> <i>☒</i>",
            "<font color=white>weg</font>",
            "<!--[if mso]><b>weg</b><![endif]-->",
            "<span style='filter:opacity(0)'>weg</span>",
            "<div style='background:white'></div><span style='color:transparent'>weg</span>",
        ] {
            assert_eq!(page(html).doubtful, "weg", "{html}");
        }
        assert_eq!(page("a <i style='color:white'>☒</i>").doubtful, "☒");
    }

    /// What one element says of itself, and is not known to be harmless.
    #[test]
    fn a_style_that_may_hide_is_told() {
        for style in [
            "display:none!important;display:block",
            "display:none;display:run-in",
            "display:no/**/ne",
            "d\\69splay:none",
            "display:n\\6fne",
            "display:none;all:unset",
            "opacity:0;opacity:x",
            "opacity:0.5",
            "mso-hide:all",
            "visibility:collapse",
            "font-size:0;font-size:bogus",
            "font:0/0 a",
            "font:0px Arial",
            "font:bold 0 Arial",
            "font-size:calc(0px)",
            "font-size:1%",
            "font-size:.01em",
            "font-size:clamp(0px,0px,0px)",
            "font-size-adjust:0",
            "mso-ansi-font-size:0pt",
            "line-height:0",
            "line-height:0.1",
            "height:0;overflow-y:hidden",
            "height:0;overflow:clip",
            "height:0;overflow:hidden hidden",
            "height:0;overflow:auto",
            "height:20px;overflow:hidden",
            "height:0;min-height:9px;overflow:hidden",
            "max-height:calc(1px - 1px);overflow:hidden",
            "position:relative;left:-9999px",
            "position:relative;left:9999px",
            "position:absolute",
            "position:absolute;inset:-9999px auto auto -9999px",
            "margin:0 0 0 -9999px",
            "margin-right:-9999px",
            "margin-left:-40px;text-indent:-70px",
            "margin-left:calc(-999px)",
            "padding-left:9999px",
            "translate:-9999px",
            "scale:0",
            "rotate:90deg",
            "-moz-transform:scale(0)",
            "letter-spacing:-99px",
            "word-spacing:-99px",
            "vertical-align:-999px",
            "z-index:-1",
            "animation:a 1s",
            "mix-blend-mode:screen",
            "columns:0",
            "unicode-bidi:bidi-override",
            "writing-mode:vertical-rl",
            "onbekend:1",
            "margin-top:-20px",
            "margin:-20px 0",
            "position:relative;top:40px",
            "text-indent:-40px",
            "padding-left:40px;padding-left:0;text-indent:-40px",
            "outline:99px solid white;outline-offset:-99px",
            "box-shadow:inset 0 0 0 99px #000",
            "text-decoration:underline 99px",
            "text-shadow:0 0 9px #000",
            "border-image:linear-gradient(#000,#000) fill",
            "font-feature-settings:'x'",
            "background:#fff;color:#fff",
            "background:#000",
            "background:url(a.png)",
            "background-image:linear-gradient(#000,#000)",
            "background-clip:text",
            "color:#fff;background-color:rgba(0,0,0,0.01)",
            "color:rgb(255 255 255)",
            "color:rgb(100%,100%,100%)",
            "color:rgb(0 0 0 / 5%)",
            "color:hsl(0,0%,100%)",
            "color:azure",
            "color:#00000000",
            "color:#0000",
            "color:Canvas",
            "color:var(--a)",
            "color:#000;color:#fff",
            "color:#888;background:#888",
        ] {
            let page = page(&format!("<p>a</p><div style=\"{style}\">weg</div>"));
            assert_eq!((page.text.as_str(), page.doubtful.as_str()), ("a\nweg", "weg"), "{style}");
            assert_eq!(page.sure.as_deref(), Some("a"), "{style}");
        }
    }

    /// A name stands for each colour that the mail gives it anywhere.
    #[test]
    fn names_of_colours_stand_for_what_they_are() {
        for (css, is_told) in [
            (":root{--a:#111} .x{color:var(--a)}", false),
            (":root{--a:#111;--b:#fff} .x{color:var( --a );background:var(--b)}", false),
            (":root{--a:#fff} .x{color:var(--a)}", true),
            (":root{--a:#111} .x{--a:#fff} .x{color:var(--a)}", true),
            (":root{--a:#111} @media(max-width:9px){:root{--a:#fff}} .x{color:var(--a)}", true),
            (":root{--a:#111} .x{color:var(--c)}", true),
            (":root{--a:var(--c)} .x{color:var(--a)}", true),
            (":root{--a:none} .x{display:var(--a)}", true),
        ] {
            let page = page(&format!("<style>{css}</style><p>a</p><b class=x>weg</b>"));
            assert_eq!(page.doubtful, if is_told { "weg" } else { "" }, "{css}");
        }
        let inline = "<style>:root{--a:#111} .x{color:var(--a)}</style><div style='--a:#fff'><b class=x>weg</b></div>";
        assert_eq!(page(inline).doubtful, "weg");
    }

    /// What is painted over other words may cover them.
    #[test]
    fn what_may_be_covered_is_told() {
        for cover in [
            "<div style='position:absolute;top:0;left:0;width:9in;height:9in;background:#fff'></div>",
            "<div style='position:fixed;background-image:url(a.png)'></div>",
            "<div style='position:absolute'><p style='background:white'>&nbsp;</p></div>",
            "<img src=a.png style='margin-top:-400px'>",
            "<style>.c{position:absolute} .c{background:#fff}</style><i class=c></i>",
        ] {
            assert!(page(&format!("<p>weg</p>{cover}")).doubtful.starts_with("weg"), "{cover}");
        }
        for other in ["<div style='position:relative;background:#fff'>b</div>", "<img src=a.png style='margin:8px'>"] {
            assert_eq!(page(&format!("<p>a</p>{other}")).doubtful, "", "{other}");
        }
    }

    /// Elements, attributes and ends that do not fit.
    #[test]
    fn an_element_that_may_hide_is_told() {
        let strange = super::super::own::STRANGE.split_whitespace();
        for html in strange.map(|name| format!("<{name}>weg</{name}> b")) {
            assert!(page(&html).doubtful.starts_with("weg"), "{html}");
        }
        for html in [
            "<body bgcolor='#ffffff'><font color='#ffffff'>weg</font>",
            "<font color=ffffff>weg</font>",
            "<body text=white>weg",
            "<body style='background:white'><div style='color:white'>weg</div>",
            "<table bgcolor=black><tr><td>weg</table>",
            "<table background='a.png'><tr><td>weg</table>",
            "<body link=white>weg",
            "<table><col style='visibility:collapse'><tr><td>weg</table>",
            "<small><small><small><small><small><small><small><small>weg",
            "<style>@font-face{font-family:a;src:url(data:font/woff,x)}</style>weg",
            "<div hidden style='display:block'>weg</div>",
            "<div style='font-size:2px'><b style='font-size:1em'>weg</b></div>",
            "<div style='font-size:50%'><div style='font-size:50%'><b style='font-size:50%'>weg</b></div></div>",
            "<div style='font-size:0'><b style='font-size:9px;font-size:0'>weg</b></div>",
            "<div style='height:9px'><div style='overflow:hidden'>weg</div></div>",
            "<div style='margin-left:-40px'><div style='margin-left:-40px'><p style='margin:-40px'>weg</div></div>",
            "<style media='(min-width:1px)'>b{display:none}</style><b>weg</b>",
            "<style type=x>b{display:none}</style><b>weg</b>",
            "<!--[if mso]><style>b{display:none}</style><![endif]--><b>weg</b>",
            "<p style='display:none'><table><tr><td>weg</table>",
            "<b style='display:none'><div></b>weg</div>",
            "<link rel=stylesheet href='data:text/css,b{}'>weg",
            "<style>@import 'a.css';</style>weg",
            "weg<body style='display:none'>",
        ] {
            assert_eq!(page(html).doubtful, "weg", "{html}");
        }
        let many = ".a{display:none}".repeat(2001);
        assert_eq!(page(&format!("<style>{many}</style>weg")).doubtful, "weg");
        assert_eq!(page(&format!("{}weg", "<i>".repeat(999))).sure.as_deref(), Some(""));
    }

    /// What Word, Outlook, Gmail, Apple Mail and Thunderbird write.
    #[test]
    fn what_mail_programs_write_raises_no_doubt() {
        let sheet = "<style><!-- /* Font Definitions */ @font-face {font-family:Calibri; panose-1:2 15 5 2;} p.MsoNormal, \
            li.MsoNormal {margin:0cm;font-size:11.0pt;} a:link, span.MsoHyperlink {mso-style-priority:99;color:#0563C1;} \
            a:visited{color:white} span.E-mailStijl17 {mso-style-type:personal-compose;color:windowtext;} .MsoChpDefault \
            {mso-style-type:export-only;} @page WordSection1 {size:612.0pt 792.0pt;margin:70.85pt;} div.WordSection1 \
            {page:WordSection1;} @list l0:level1 {text-indent:-18.0pt;} --></style><style>.ExternalClass{width:100%;\
            line-height:100%} #outlook a{padding:0} a[x-apple-data-detectors]{color:inherit!important;font-size:inherit} \
            @media only screen and (max-width:480px){table{width:100%!important}} @media (prefers-color-scheme:dark)\
            {p{color:#fff!important}} @media print{p{display:none}} img{display:block}</style>";
        for html in [
            "<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><p class=MsoNormal>a<o:p></o:p></p>",
            "<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'>\
             <![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;\
             </span></span><![endif]>a</p>",
            "<p><span style='font-size:1.0pt;color:white'>&nbsp;</span>a</p>",
            "<body style='overflow-wrap:break-word;-webkit-nbsp-mode:space;line-break:after-white-space'><p>a</p>",
            "<blockquote class=gmail_quote style='margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204)'>a</blockquote>",
            "<span style='white-space:pre-wrap;display:block;width:98vw'>a</span>",
            "<td bgcolor='#154273'><font color=white>a</font></td>",
            "<div style='background-color:#005;padding:4px'><p><span style='color:#ffffff'>a</span></p></div>",
            "<div id=divtagdefaultwrapper dir=ltr style='font-size:12pt;color:rgb(0,0,0);background-color:rgb(255,255,255)'>a</div>",
            "<div style='position:relative;left:0px;opacity:1;transform:none'>a</div>",
            "<table style='width:100%;height:2px'><tr><td>a</td></tr></table>",
            "<div class=apple-mail style='caret-color:rgb(0, 0, 0);font-family:Helvetica;font-size:12px;letter-spacing:normal;\
             -webkit-text-stroke-width:0px;text-decoration:none;orphans:auto;word-spacing:0px;float:none'>a</div>",
            "<div class=moz-cite-prefix>a</div><pre class=moz-signature cols=72>-- b</pre>",
            "<body lang=NL link='#0563C1' vlink='#954F72' style='word-wrap:break-word'><div class=WordSection1>a</div>",
            "<span style='color:windowtext;mso-fareast-language:EN-US;background:yellow;mso-highlight:yellow'>a</span>",
            "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><b>a</b></div>",
            "<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>\
             <tr style='mso-yfti-irow:0;height:15.0pt'><td width=604 valign=top style='width:453.1pt;padding:0cm 5.4pt'>a</table>",
            "<div dir=ltr class=gmail_attr>a<br></div>",
            "<ul style='margin-top:0cm' type=disc><li style='mso-list:l0 level1 lfo1;vertical-align:middle'>a</ul>",
            "<div id=mail-editor-reference-message-container style='color:inherit;background-color:inherit'>a</div>",
            "<p style='margin:0cm;line-height:107%;font:11pt Calibri,sans-serif;font-variant-ligatures:normal'>a</p>",
            "<b><p>a</b></p>",
            "<u style='text-decoration:underline rgb(5, 99, 193)'>a</u><font color=''>a</font><small>a<sup>1</sup></small>",
            "<p class=MsoNormal style='mso-element:frame;mso-element-wrap:around;margin-left:-5.4pt'>a</p>",
            "<ul><li style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>a</ul>",
        ] {
            let page = page(&format!("{sheet}{html}"));
            assert_eq!((page.doubtful.as_str(), page.hidden.as_str()), ("", ""), "{html}");
            assert!(page.text.contains('a') && page.sure.is_none(), "{html}");
        }
        assert_eq!(page(&"<p><font color=red>a</p>".repeat(999)).doubtful, "");
        let links = "<style>a:link{color:#0563C1} a:visited{color:#954F72} a:hover{color:white}</style>";
        assert_eq!(page(&format!("{links}<a href=x style='color:blue' target=_blank>a</a>")).doubtful, "");
    }
}
