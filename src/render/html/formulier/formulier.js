'use strict';
// The form of a consultation: nothing leaves the browser but the file or the text that the user saves or copies.
{
  const formulier = document.getElementById('formulier');
  const kies = (wat, waar = formulier) => [...waar.querySelectorAll(wat)];
  const veld = (id) => document.getElementById(id);
  const waarde = (element) => (element ? element.value.replace(/\r\n?/g, '\n').trim() : '');
  const regel = (element) => waarde(element).replace(/\s+/g, ' ');
  const woorden = (element) => element.textContent.replace(/[\u200b-\u200d\u2060]/g, '').replace(/\s+/g, ' ').trim();
  // The texts stand in the page, from its template; {naam} in one of them is filled in here.
  const teksten = Object.fromEntries(kies('[data-tekst]').map((element) => [element.dataset.tekst, element.textContent]));
  const zeg = (naam, waarden = {}) => (teksten[naam] ?? '').replace(/\{(\w+)\}/g, (geheel, sleutel) => waarden[sleutel] ?? geheel);
  const besluiten = kies('.besluit');
  // What a field holds, its key and its mark stand in the page: what is stored and copied follows from those.
  const velden = kies('[data-sleutel]').filter((element) => !element.closest('.besluit'));
  const alles = veld('alles');
  const keuze = (besluit) => besluit.querySelector('input:checked');
  const gekozen = (besluit) => keuze(besluit)?.value;
  const vraagtReden = (besluit) => 'waarom' in (keuze(besluit)?.dataset ?? {});
  const reden = (besluit) => besluit.querySelector('textarea');
  const label = (element) => woorden(formulier.querySelector(`label[for="${element.id}"]`));
  // Who governs needs nobody to agree with; `model/reply.rs` tells it in the same way, and the words come from there.
  const besturen = veld('afgestemd').dataset.besturen.split(' ');
  const vraagtAfstemming = veld('afgestemd').required;
  const bestuurt = (functie) => {
    const eerste = functie.toLowerCase().split(/[ ,;:()]/).find((woord) => !['', 'de', 'een'].includes(woord)) ?? '';
    return besturen.includes(eerste.replace(/^(loco)*-*/, ''));
  };
  const vandaag = () => {
    const nu = new Date();
    const twee = (getal) => String(getal).padStart(2, '0');
    return `${nu.getFullYear()}-${twee(nu.getMonth() + 1)}-${twee(nu.getDate())}`;
  };
  const ingevuld = (element) => ({ tekst: waarde, dag: (dag) => waarde(dag) || vandaag() }[element.dataset.soort] ?? regel)(element);
  const heel = velden.filter((element) => !element.dataset.punt);
  const inbreng = velden.filter((element) => element.dataset.soort === 'tekst');
  // A tick belongs to the field above it, and says nothing where that is empty.
  const aangekruist = (vinkje) => {
    const boven = inbreng.filter((tekst) => tekst.dataset.punt === vinkje.dataset.punt);
    return vinkje.checked && boven.some(waarde);
  };
  // Per item: its fields and its decisions, where there is something to say of it.
  const punten = () => [...new Set(velden.map((element) => element.dataset.punt).filter(Boolean))].map((punt) => ({
    punt,
    hier: velden.filter((element) => element.dataset.punt === punt),
    gevraagd: besluiten.filter((besluit) => besluit.dataset.punt === punt),
  })).filter(({ hier, gevraagd }) => gevraagd.length || hier.some((element) => element.dataset.soort !== 'vinkje' && waarde(element)));

  // What was filled in, kept in the browser where it lets us.
  const sleutel = `beraad:${formulier.dataset.vergadering}:${formulier.dataset.partij}`;
  const invoer = () => kies('input, textarea').filter((element) => element.id && element.id !== 'kopie-tekst');
  const bewaarConcept = () => {
    const concept = {};
    for (const element of invoer()) {
      if (element.type === 'radio' || element.type === 'checkbox') {
        if (element.checked) concept[element.id] = true;
      } else if (element.value && element.id !== 'datum') {
        concept[element.id] = element.value;
      }
    }
    try {
      localStorage.setItem(sleutel, JSON.stringify({ vraag: vraag(), concept }));
    } catch { /* a browser that keeps nothing: the form works without */ }
  };
  // The draft belongs to these questions: of other ones nothing is filled in.
  const vraag = () => kies('[data-afdruk]').map((element) => element.dataset.afdruk).join(' ');
  const haalConcept = () => {
    try {
      const bewaard = JSON.parse(localStorage.getItem(sleutel) ?? 'null');
      if (bewaard?.vraag !== vraag()) return;
      for (const element of invoer()) {
        if (!(element.id in bewaard.concept)) continue;
        if (element.type === 'radio' || element.type === 'checkbox') element.checked = true;
        else element.value = bewaard.concept[element.id];
      }
    } catch { /* the same */ }
  };

  const toon = () => {
    let aantal = 0;
    for (const besluit of besluiten) {
      if (gekozen(besluit)) aantal += 1;
      const blok = besluit.querySelector('.waarom');
      blok.hidden = !vraagtReden(besluit);
      reden(besluit).required = vraagtReden(besluit);
    }
    veld('afgestemd').required = vraagtAfstemming && !bestuurt(regel(veld('door')));
    const balk = veld('balk');
    balk.max = Math.max(besluiten.length, 1);
    balk.value = besluiten.length ? aantal : 1;
    veld('stand').textContent = besluiten.length
      ? zeg('beantwoord', { aantal, totaal: besluiten.length })
      : zeg('alleen-inbreng');
    if (alles) {
      const zonderInbreng = inbreng.every((tekst) => !waarde(tekst));
      alles.checked = zonderInbreng && besluiten.every((besluit) => 'alles' in (keuze(besluit)?.dataset ?? {}));
    }
  };

  // What still lacks: an element to go to, and what to say of it.
  const gemist = () => {
    const lijst = [];
    for (const besluit of besluiten) {
      const naam = zeg('besluit', { punt: besluit.dataset.nummer, nr: besluit.dataset.nr });
      if (!gekozen(besluit)) lijst.push([besluit.querySelector('input'), zeg('mist-keuze', { besluit: naam })]);
      else if (vraagtReden(besluit) && !regel(reden(besluit))) lijst.push([reden(besluit), zeg('mist-reden', { besluit: naam })]);
    }
    if (!regel(veld('door'))) lijst.push([veld('door'), zeg('mist-functie')]);
    if (veld('afgestemd').required && !regel(veld('afgestemd'))) {
      lijst.push([veld('afgestemd'), zeg('mist-afgestemd')]);
    }
    return lijst;
  };
  const zegGemist = () => {
    const lijst = gemist();
    const blok = veld('mist');
    blok.hidden = lijst.length === 0;
    for (const element of kies('[aria-invalid]')) element.removeAttribute('aria-invalid');
    if (lijst.length === 0) return true;
    const kop = document.createElement('p');
    kop.textContent = zeg(lijst.length === 1 ? 'mist-een' : 'mist-meer', { aantal: lijst.length });
    const ul = document.createElement('ul');
    for (const [element, tekst] of lijst) {
      if (element.type !== 'radio') element.setAttribute('aria-invalid', 'true');
      const a = document.createElement('a');
      a.href = `#${element.id}`;
      a.textContent = tekst;
      a.addEventListener('click', (gebeurtenis) => {
        gebeurtenis.preventDefault();
        element.focus();
        (element.closest('fieldset') ?? element).scrollIntoView({ block: 'center' });
      });
      ul.append(Object.assign(document.createElement('li'), {}));
      ul.lastChild.append(a);
    }
    blok.replaceChildren(kop, ul);
    blok.focus();
    blok.scrollIntoView({ block: 'center' });
    return false;
  };

  // A TOML text. JSON escapes what TOML wants escaped, but for DEL and halves of characters.
  const toml = (tekst) => JSON.stringify((tekst.toWellFormed?.() ?? tekst).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, ''));
  const paren = (soorten, waar) => {
    const waardeVan = { dag: ingevuld, vinkje: () => 'true' };
    const heeft = (element) => (element.dataset.soort === 'vinkje' ? aangekruist(element) : ingevuld(element));
    return waar.filter((element) => soorten.includes(element.dataset.soort) && heeft(element)).map((element) => {
      const tekst = waardeVan[element.dataset.soort]?.(element) ?? toml(ingevuld(element));
      return `${element.dataset.sleutel} = ${tekst}`;
    });
  };
  const alsToml = () => {
    const regels = [
      `vergadering = ${toml(formulier.dataset.vergadering)}`, `partij = ${toml(formulier.dataset.partij)}`,
      '', '[[reactie]]', ...paren(['dag'], heel), ...paren(['regel'], heel), 'kanaal = "formulier"', ...paren(['tekst'], heel),
    ];
    for (const { punt, hier, gevraagd } of punten()) {
      const afdruk = hier.find((element) => element.dataset.afdruk)?.dataset.afdruk;
      regels.push('', '[[reactie.punt]]', `agendapunt = ${toml(punt)}`, ...paren(['tekst', 'regel', 'vinkje'], hier));
      if (afdruk) regels.push(`vingerafdruk = ${toml(`sha256:${afdruk}`)}`);
      for (const besluit of gevraagd) {
        regels.push('', '[[reactie.punt.besluit]]', `nr = ${besluit.dataset.nr}`);
        regels.push(`tekst = ${toml(woorden(besluit.querySelector('.tekst')))}`);
        if (besluit.dataset.behandeling) regels.push(`behandeling = ${toml(`ter ${besluit.dataset.behandeling}`)}`);
        regels.push(`gedragen = ${toml(gekozen(besluit))}`);
        if (vraagtReden(besluit)) regels.push(...paren(['woorden'], [reden(besluit)]));
      }
    }
    return `${regels.join('\n')}\n`;
  };

  // The same as text, with the marks by which it is known again.
  const veilig = (tekst) => tekst.replaceAll('#b:', '# b:');
  const gemerkt = (element) => {
    const soort = element.dataset.soort;
    const merk = `#b:${element.dataset.merk}`;
    if (soort === 'vinkje') return [merk, `[${aangekruist(element) ? 'x' : ' '}] ${woorden(element.parentElement)}`];
    const tekst = `${label(element)}: ${veilig(ingevuld(element))}`;
    return soort === 'tekst' ? [merk, tekst] : [`${merk} ${tekst}`];
  };
  const alsTekst = () => {
    const regels = [
      document.title, '', `#b:formulier:${formulier.dataset.vergadering}:${formulier.dataset.partij}`, '',
    ];
    for (const { hier, gevraagd } of punten()) {
      for (const besluit of gevraagd) {
        const behandeling = besluit.dataset.behandeling ? `:${besluit.dataset.behandeling}` : '';
        const keuzes = besluit.dataset.keuzes ? `:${besluit.dataset.keuzes}` : '';
        regels.push(`#b:besluit:${besluit.dataset.punt}:${besluit.dataset.nr}:${besluit.dataset.afdruk}${behandeling}${keuzes}`);
        regels.push(`${zeg('gevraagd', { nr: besluit.dataset.nr })} ${veilig(woorden(besluit.querySelector('.tekst')))}`);
        regels.push(`[x] ${woorden(besluit.querySelector('input:checked + span'))}`);
        if (vraagtReden(besluit)) regels.push(...gemerkt(reden(besluit)));
        regels.push('');
      }
      for (const element of hier) regels.push(...gemerkt(element), '');
    }
    for (const element of heel) {
      if (element.dataset.soort !== 'tekst') regels.push(...gemerkt(element));
      else if (waarde(element)) regels.push(...gemerkt(element), '');
    }
    return `${[...regels, '', `#b:einde ${zeg('einde')}`].join('\n')}\n`;
  };

  const bewaar = () => {
    const naam = `${formulier.dataset.vergadering}-${formulier.dataset.partij}.toml`;
    const koppeling = document.createElement('a');
    koppeling.href = URL.createObjectURL(new Blob([alsToml()], { type: 'application/toml' }));
    koppeling.download = naam;
    koppeling.click();
    setTimeout(() => URL.revokeObjectURL(koppeling.href), 60000);
    veld('klaar').textContent = zeg('bewaard', { naam });
  };
  const kopieer = async () => {
    const tekst = veld('kopie-tekst');
    tekst.value = alsTekst();
    veld('kopie').hidden = false;
    tekst.focus();
    tekst.select();
    let gelukt = false;
    try {
      await navigator.clipboard.writeText(tekst.value);
      gelukt = true;
    } catch {
      gelukt = document.execCommand('copy');
    }
    veld('klaar').textContent = zeg(gelukt ? 'gekopieerd' : 'kopieer-zelf');
  };

  formulier.addEventListener('change', (gebeurtenis) => {
    if (gebeurtenis.target === alles) {
      for (const vakje of kies('.besluit input')) vakje.checked = alles.checked && 'alles' in vakje.dataset;
    }
    toon();
    bewaarConcept();
  });
  formulier.addEventListener('input', (gebeurtenis) => {
    // a tick comes as a change too, which is where it is handled
    if (gebeurtenis.target === alles) return;
    toon();
    bewaarConcept();
  });
  formulier.addEventListener('submit', (gebeurtenis) => {
    gebeurtenis.preventDefault();
    if (zegGemist()) bewaar();
  });
  veld('kopieer').addEventListener('click', () => {
    if (zegGemist()) kopieer();
  });
  veld('wissen').addEventListener('click', () => {
    if (!confirm(zeg('wis-alles'))) return;
    formulier.reset();
    veld('mist').hidden = true;
    veld('kopie').hidden = true;
    veld('klaar').textContent = '';
    veld('datum').value = vandaag();
    toon();
    bewaarConcept();
  });

  formulier.noValidate = true;
  veld('zonder-script').hidden = true;
  for (const id of ['met-script', 'bewaren', 'knoppen']) veld(id).hidden = false;
  veld('datum').value = vandaag();
  haalConcept();
  toon();
}
