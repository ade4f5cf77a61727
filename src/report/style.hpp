#pragma once
// The style sheet of every HTML report: screen in light and dark, from 320 pixels up, and print.

#include <string_view>

namespace annexa {
inline namespace v1 {
namespace report {

inline constexpr std::string_view style_sheet = R"css(
:root{color-scheme:light dark;--paper:#fff;--ink:#1b2631;--soft:#566473;--line:#d9e0e7;--wash:#f4f7f9;--accent:#1d4e79;
--cover:#12304a;--cover-ink:#fff;--cover-soft:#b9cbdb;
--neutral:#5d7186;--neutral-ink:#3b4c5c;--neutral-wash:#eef2f5;--good:#1f7a5a;--good-ink:#0f5a3f;--good-wash:#e5f4ed;
--notice:#4f86ad;--notice-ink:#22557b;--notice-wash:#e6f0f7;--warning:#a86a08;--warning-ink:#744800;--warning-wash:#fbf1dc;
--bad:#a8261d;--bad-ink:#8c1b14;--bad-wash:#fbe9e7;--muted:#c3ccd6;--muted-ink:#4b5865;--muted-wash:#eef1f4}
@media (prefers-color-scheme:dark){:root{--paper:#12171d;--ink:#e4e9ee;--soft:#a3b0bd;--line:#2c3640;--wash:#1a2129;
--accent:#8fc1ea;--cover:#0c2135;--neutral:#7d90a3;--neutral-ink:#c3ced9;--neutral-wash:#222b34;
--good:#2b8f6b;--good-ink:#7fd8b4;--good-wash:#12312a;--notice:#4380aa;--notice-ink:#a3d0f0;--notice-wash:#15303f;
--warning:#b0761c;--warning-ink:#f0c674;--warning-wash:#372a10;--bad:#b93a30;--bad-ink:#ffaaa2;--bad-wash:#3c1a18;
--muted:#55616d;--muted-ink:#b4bfca;--muted-wash:#252d36}}
*{box-sizing:border-box}
html{font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans","Helvetica Neue",Arial,sans-serif;
background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:.06em}
a:focus-visible,main:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-100vw;background:var(--paper);padding:.6rem 1rem;z-index:2}
.skip:focus{left:.5rem;top:.5rem}
p,li,dd,td,th,figcaption,caption,h1,h2,h3,h4{overflow-wrap:break-word}
p{margin:0 0 .9rem;max-width:46rem;white-space:pre-line}
span,code,time,a{unicode-bidi:isolate}
td,dd,main li{white-space:pre-line}
.long,code{overflow-wrap:anywhere}
code{font:.82em/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
.draft{position:sticky;top:0;z-index:1;margin:0;padding:.35rem;max-width:none;text-align:center;font-weight:700;
letter-spacing:.2em;background:var(--warning-wash);color:var(--warning-ink);border-bottom:2px solid var(--warning)}
.cover .banner{background:var(--cover);color:var(--cover-ink);padding:clamp(2rem,7vw,5.5rem) clamp(1.1rem,6vw,6rem) clamp(3.5rem,7vw,6rem)}
.cover .heading{margin:0 0 1.6rem;color:var(--cover-soft);font-size:.85rem;font-weight:600;letter-spacing:.14em;text-transform:uppercase}
h1{margin:0 0 .8rem;max-width:22em;font-size:clamp(1.7rem,4.4vw,3rem);font-weight:650;line-height:1.15;letter-spacing:-.015em}
.cover .subtitle{margin:0;color:var(--cover-soft);font-size:clamp(1rem,1.8vw,1.25rem)}
.cover .note{margin:1.4rem 0 0;max-width:40rem}
.logo{display:block;max-width:16rem;max-height:5rem;margin:0 0 2rem;padding:.5rem .7rem;background:#fff;border-radius:4px}
.headline{position:relative;margin:-2.4rem clamp(1.1rem,6vw,6rem) 0;padding:1.3rem 1.6rem 1.1rem;max-width:60rem;
background:var(--paper);border:1px solid var(--line);border-left:6px solid var(--tone,var(--neutral));border-radius:6px}
.headline .lead{font-size:1.15rem;line-height:1.4;max-width:none}
.headline p:last-child{margin-bottom:.2rem;max-width:none}
.lead{font-weight:650;margin-bottom:.45rem}
.cover .facts{margin:2.2rem clamp(1.1rem,6vw,6rem) 2.6rem;max-width:60rem;display:grid;
grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:1.2rem 2rem}
.cover .facts div{display:block;border:0;padding:0}
.cover .facts dd{font-weight:600}
.layout{display:grid;grid-template-columns:minmax(0,1fr);gap:0 3rem;padding:0 clamp(1.1rem,6vw,6rem);border-top:1px solid var(--line)}
.contents{padding:1.6rem 0;font-size:.92rem}
.contents h2{margin:0 0 .7rem;font-size:.8rem;letter-spacing:.12em;text-transform:uppercase;color:var(--soft);border:0;padding:0}
.contents ol{list-style:none;margin:0;padding:0}
.contents li{margin:.1rem 0}
.contents a{display:flex;gap:.6rem;padding:.2rem 0;color:inherit;text-decoration:none;line-height:1.35}
.contents a:hover{color:var(--accent);text-decoration:underline}
.contents a>span+span{min-width:0;overflow:hidden;text-overflow:ellipsis;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical}
.contents .number{flex:none;min-width:1.6rem;color:var(--soft);font-variant-numeric:tabular-nums}
.contents ol ol{display:none}
main{min-width:0;padding:1.4rem 0 3rem}
main:focus{outline:none}
h2{margin:3.4rem 0 1.1rem;padding-top:1.3rem;border-top:3px solid var(--accent);font-size:1.6rem;font-weight:650;line-height:1.25;letter-spacing:-.01em}
main>section:first-child h2{margin-top:.6rem}
h3{margin:2.2rem 0 .8rem;font-size:1.17rem;font-weight:650;line-height:1.35}
h4{margin:1.6rem 0 .6rem;font-size:1rem}
h2 .number,h3 .number,h4 .number{color:var(--soft);font-weight:500;font-variant-numeric:tabular-nums;margin-right:.45em}
ul,ol{margin:0 0 1rem;padding-left:1.4rem;max-width:46rem}
main li{margin:.35rem 0}
.facts{margin:0 0 1.4rem}
.facts div{display:grid;grid-template-columns:13rem minmax(0,1fr);gap:.2rem 1.2rem;padding:.5rem 0;border-bottom:1px solid var(--line)}
dt{color:var(--soft);font-size:.9rem}
dd{margin:0}
dd div{display:block!important;padding:0!important;border:0!important}
.item{display:inline-block;margin-right:.35em}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:1rem;margin:1.2rem 0 1.6rem}
.figures div{padding:1rem 1.1rem .9rem;background:var(--wash);border-top:4px solid var(--tone,var(--neutral));border-radius:0 0 6px 6px}
.figures dt{overflow-wrap:anywhere;hyphens:auto;font-weight:600;color:var(--ink)}
.figures .value{margin:.15rem 0 .3rem;font-size:2.1rem;font-weight:650;line-height:1.15;letter-spacing:-.02em;font-variant-numeric:tabular-nums;color:inherit}
.figures .value a{color:inherit;text-decoration:none}
.figures .value a:hover{text-decoration:underline}
.figures dd{color:var(--soft);font-size:.85rem;line-height:1.4}
.cards{columns:2 24rem;column-gap:1.2rem}
.card{break-inside:avoid;margin-bottom:1.2rem;padding:1.1rem 1.2rem .6rem;border:1px solid var(--line);border-radius:6px}
.card h3{margin:0 0 .8rem;font-size:1rem}
.card table{margin-bottom:.6rem;font-size:.86rem}
.card figure{margin-bottom:.6rem}
.callout{margin:0 0 1.4rem;padding:.95rem 1.2rem .5rem;background:var(--tone-wash,var(--neutral-wash));border-left:5px solid var(--tone,var(--neutral));border-radius:0 6px 6px 0;max-width:50rem}
.callout p{margin-bottom:.5rem}
table{width:100%;margin:0 0 1.8rem;border-collapse:collapse;font-size:.88rem;line-height:1.45}
.quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
caption{padding:0 0 .5rem;text-align:left;font-weight:600;font-size:.92rem;color:var(--soft)}
th,td{padding:.5rem .7rem .5rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{padding-top:.2rem;border-bottom:2px solid var(--soft);font-size:.8rem;font-weight:650;color:var(--soft);vertical-align:bottom}
tbody th{font-weight:600}
.c-number{text-align:right;font-variant-numeric:tabular-nums}
.c-date time,td.c-number,.key{white-space:nowrap}
th:last-child,td:last-child{padding-right:0}
td code{display:inline-block;min-width:9ch}
td .long{display:inline-block;min-width:6rem}
@media screen{td a{display:inline-block;min-width:24px;line-height:24px}}
td div+div,dd div+div{margin-top:.25rem}
tr:target,section:target>h2,section:target>h3,section:target>.head{background:var(--notice-wash)}
.badge{display:inline-flex;align-items:baseline;gap:.4em;padding:.08em .55em;border-radius:1em;font-size:.92em;font-weight:600;line-height:1.5;background:var(--neutral-wash);color:var(--neutral-ink)}
.badge::before{content:"";flex:none;width:.58em;height:.58em;background:currentColor;clip-path:circle(50%)}
.badge.good{background:var(--good-wash);color:var(--good-ink)}
.badge.notice{background:var(--notice-wash);color:var(--notice-ink)}
.badge.notice::before{clip-path:polygon(50% 0,100% 50%,50% 100%,0 50%)}
.badge.warning{background:var(--warning-wash);color:var(--warning-ink)}
.badge.warning::before{clip-path:polygon(50% 4%,100% 96%,0 96%)}
.badge.bad{background:var(--bad-wash);color:var(--bad-ink)}
.badge.bad::before{clip-path:inset(0)}
.badge.muted{background:var(--muted-wash);color:var(--muted-ink)}
.badge.muted::before{clip-path:inset(38% 0)}
.tone-good{--tone:var(--good);--tone-wash:var(--good-wash)}.tone-notice{--tone:var(--notice);--tone-wash:var(--notice-wash)}
.tone-warning{--tone:var(--warning);--tone-wash:var(--warning-wash)}.tone-bad{--tone:var(--bad);--tone-wash:var(--bad-wash)}
.tone-muted{--tone:var(--muted);--tone-wash:var(--muted-wash)}
figure{margin:0 0 1.6rem;max-width:46rem}
.gallery{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:.4rem 2.2rem}
.gallery figure{min-width:0;max-width:none}
.gallery .name{display:none}
figcaption{margin-bottom:.7rem;font-weight:600;font-size:.92rem;color:var(--soft)}
.chart{display:block;overflow:visible;fill:var(--ink);font-size:12px}
.chart text{fill:var(--ink)}
.chart .label{font-size:13px;font-weight:600}
.chart .note,.chart .legend,.chart .name,.chart .axis{fill:var(--soft)}
.chart .axis,.chart .level,.chart .count{font-weight:650}
.chart .fill-neutral{fill:var(--neutral)}.chart .fill-good{fill:var(--good)}.chart .fill-notice{fill:var(--notice)}
.chart .fill-warning{fill:var(--warning)}.chart .fill-bad{fill:var(--bad)}.chart .fill-muted{fill:var(--muted)}
.chart .ink-neutral,.chart .ink-good,.chart .ink-notice,.chart .ink-warning,.chart .ink-bad{fill:#fff;font-weight:650;paint-order:stroke;stroke-width:3px}
.chart .ink-good{stroke:var(--good)}.chart .ink-notice{stroke:var(--notice)}.chart .ink-warning{stroke:var(--warning)}.chart .ink-bad{stroke:var(--bad)}
.chart .ink-muted{font-weight:650;fill:var(--ink);paint-order:stroke;stroke:var(--muted);stroke-width:3px}
.chart .cell{stroke:var(--paper);stroke-width:2px}
.chart .on-dark{fill:#fff}.chart .on-light{fill:#10171e}.chart .faint{fill:var(--soft)}
.head{display:flex;align-items:baseline;gap:.5rem}
.head>h2,.head>h3,.head>h4{flex:1;min-width:0}
main>section>.head{margin-top:3.4rem;padding-top:1.3rem;border-top:3px solid var(--accent)}
main>section:first-child>.head{margin-top:.6rem}
main>section>.head>h2{margin-top:0;padding-top:0;border:0}
.fold,.sort{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer}
.fold{order:3;flex:none;width:2rem;height:1.8rem}
.fold::before{content:"";display:inline-block;width:.5rem;height:.5rem;border:solid var(--soft);border-width:0 .14rem .14rem 0;transform:rotate(45deg)}
.fold[aria-expanded=false]::before{transform:rotate(-45deg)}
.deep{order:2;flex:none;min-width:1.6rem;text-align:center;color:var(--soft);text-decoration:none}
.sort{min-height:1.6rem;text-align:inherit;line-height:inherit}
.sort::after{content:"\2195";margin-left:.25em;opacity:.7}
[aria-sort=ascending] .sort::after{content:"\2191";opacity:1}[aria-sort=descending] .sort::after{content:"\2193";opacity:1}
.fold:focus-visible,.sort:focus-visible,.search input:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.search{margin:0 0 1.2rem}
.search label{display:block;margin-bottom:.25rem;color:var(--soft);font-size:.85rem}
.search input{width:100%;padding:.4rem .6rem;font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:4px}
.told{margin:.3rem 0 0;min-height:1.3em;color:var(--soft);font-size:.85rem}
[data-out],[data-folded]>:not(.head){display:none!important}
footer{padding:1.6rem clamp(1.1rem,6vw,6rem) 2.4rem;border-top:1px solid var(--line);color:var(--soft);font-size:.82rem}
footer p{margin:.2rem 0;max-width:none}
@media screen and (min-width:75rem){
.layout{grid-template-columns:16rem minmax(0,1fr)}
.contents{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:2rem .5rem 2rem 0}
.contents ol ol{display:block;padding-left:0}
.contents ol ol a{color:var(--soft);font-size:.88rem;padding:.2rem 0 .2rem 2.2rem}
.contents ol ol .number{min-width:2.1rem}
main{max-width:64rem}}
@media screen and (max-width:45rem){
.chart .name{display:none}
.facts div{grid-template-columns:minmax(0,1fr)}
.cover .facts{grid-template-columns:repeat(auto-fit,minmax(8rem,1fr))}
.figures{grid-template-columns:repeat(auto-fit,minmax(8.4rem,1fr));gap:.7rem}
.figures div{padding:.8rem .8rem .7rem}
.figures dt{font-size:.84rem}
.figures .value{font-size:1.7rem}
h2{font-size:1.35rem}
table,tbody,tr,td,tbody th{display:block}
caption{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.sort{display:contents;pointer-events:none}
tr{padding:.7rem 0;border-bottom:2px solid var(--line)}
th,td{padding:.12rem 0;border:0}
td:nth-child(n){display:flow-root;padding-left:7.6rem;text-align:left;white-space:normal}
td:nth-child(n)::before{float:left;width:7rem;margin-left:-7.6rem;color:var(--soft);font-size:.8rem;line-height:1.6}
td:empty:nth-child(n){display:none}
tbody th{padding-bottom:.3rem;font-size:1.05em}
td.c-number{display:inline-block;width:33%;padding:.1rem .4rem .2rem 0;vertical-align:bottom}
td.c-number::before{float:none;display:block;width:auto;margin:0;font-size:.74rem;line-height:1.3}
.card table tr{padding:.5rem 0}}
@media print{
@page{size:A4;margin:20mm 16mm 18mm;@bottom-left{font:8pt system-ui,sans-serif;color:#566473}@bottom-right{font:8pt system-ui,sans-serif;color:#566473}
@top-right{font:8pt system-ui,sans-serif;color:#566473}@top-left{font:bold 9pt system-ui,sans-serif;color:#8c1b14}}
@page:first{margin:0}
:root{color-scheme:light}
html{font-size:9.5pt}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.skip{display:none}
.draft{position:fixed;top:40%;left:0;right:0;z-index:3;background:none;border:0;font-size:110pt;letter-spacing:.1em;color:#8c1b14;opacity:.07;transform:rotate(-35deg)}
.cover{break-after:page;min-height:100vh;padding-bottom:16mm}
.cover .banner{padding:75mm 22mm 34mm}
.cover .headline,.cover .facts{margin-left:22mm;margin-right:22mm}
.cover .facts{grid-template-columns:repeat(3,1fr);margin-top:16mm;gap:8mm 10mm}
h1{font-size:30pt}
.cover .subtitle{font-size:14pt}
.headline .lead{font-size:13pt}
.layout{display:block;padding:0;border:0}
.contents{padding:0}
.contents ol ol{display:block;padding-left:2.2rem}
.contents ol ol .number{min-width:2.4rem}
main{padding:0}
.contents:has(>ol>li:nth-child(9))+main>.summary{break-before:page;break-after:page}
#verification{break-inside:avoid}
.cards{columns:2;column-gap:5mm}
.card{margin-bottom:4mm;padding:3.2mm 4mm 1.5mm}
.card th,.card td{padding-top:.28rem;padding-bottom:.28rem}
.figures{margin:4mm 0;gap:4mm}
.figures div{padding:3mm 3.5mm}
.figures .value{font-size:1.8rem}
h2{margin-top:11mm}
.gallery{grid-template-columns:1fr 1fr;gap:2mm 8mm}
h2,h3,h4,caption,figcaption{break-after:avoid}
tr,figure,.card,.callout,.figures div,.facts div,li{break-inside:avoid}
thead{display:table-header-group;break-after:avoid}
tbody tr:first-child{break-before:avoid}
table{font-size:8pt}
td code{min-width:17ch}
td>div{min-width:20mm}
td:has(>div:nth-child(8))>div{display:inline}
td:has(>div:nth-child(8))>div+div::before{content:" \00B7 "}
thead th{font-size:7.4pt}
p{orphans:3;widows:3}
a{color:inherit;text-decoration:none}
tr:target,section:target>h2,section:target>h3,section:target>.head{background:none}
.search,.fold,.deep{display:none}
.sort{display:contents}.sort::after{content:none}
.head{display:block;break-after:avoid}
footer{padding:4mm 0}}
)css";

}  // namespace report
}  // namespace v1
}  // namespace annexa
