/** Top-level domains by which a bare domain name ("imy.se") is told from a missing space ("end.The"). */
const COUNTRIES =
  "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";
const GENERIC =
  "com org net info biz edu gov int mil name pro mobi aero coop museum jobs travel tel cat asia post xxx app dev page web site online shop store blog cloud tech digital agency solutions services email world life live news media studio design space xyz club group company ltd gmbh berlin bayern hamburg koeln wien paris london amsterdam brussels vlaanderen gal eus bzh swiss scot wales cymru nrw saarland tirol network systems software support center academy school education health care legal law consulting capital finance money bank insurance energy earth eco bio farm food restaurant cafe pizza coffee wine beer art gallery photo photos video music games game fun social community foundation charity ngo ong one today works zone plus top vip link click help guide wiki tools example test local localhost google amazon apple microsoft";

const KNOWN = new Set(`${COUNTRIES} ${GENERIC}`.split(" "));

/** True for the last label of a domain name, written as people write it: not "The" in "end.The". */
export function isTopLevelDomain(label: string): boolean {
  const lower = label.toLowerCase();
  return (label === lower || label === label.toUpperCase()) && KNOWN.has(lower);
}
