//! The commands, with their help.

use clap::Subcommand;
use clap_complete::Shell;

use super::{Answer, Check, Explain, Freeze, Make, Manual, Paper, Schemas, Send, TemplatesOut};

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Maakt alle stukken van de gekozen vergaderingen
    ///
    /// Maakt van elke gekozen vergadering alle stukken die er te maken zijn, met een inhoudsopgave, en zet de stukken uit
    /// het dossier ernaast. Een bestand dat u zelf hebt veranderd, blijft staan.
    #[command(
        alias = "build",
        after_long_help = "\
Voorbeelden:
  beraad maak --naar uit                  alle vergaderingen, Markdown en HTML
  beraad maak volgende -f html --naar uit  alleen de volgende vergadering, alleen HTML
  beraad maak --openbaar --naar site       alleen wat openbaar is"
    )]
    Maak(Make),

    /// The papers, a command each.
    #[command(flatten)]
    Paper(Paper),

    /// Legt vast wat er is verzonden of gevraagd, en aan wie
    ///
    /// Schrijft een zending in verzending.toml. Na de zending van de agenda liggen de nummers van de punten vast. beraad
    /// verstuurt zelf niets: u verstuurt, en legt het hiermee vast. Wat niet kan, wordt niet vastgelegd: na de vergadering, op een
    /// dag die nog komt, twee keer hetzelfde. Een vergissing haalt u weg met --ongedaan.
    #[command(
        alias = "send",
        after_long_help = "\
Voorbeelden:
  beraad verzend agenda 2025-10-09
  beraad verzend raadpleging volgende --namens alphen-aan-den-rijn
  beraad verzend herinnering volgende --namens alphen-aan-den-rijn --aan nieuwkoop
  beraad verzend nazending volgende                      wat er sinds de laatste zending bij kwam of veranderde
  beraad verzend agenda 2025-10-09 --datum 2025-09-25    achteraf
  beraad verzend nazending volgende --ongedaan"
    )]
    Verzend(Send),

    /// Legt de tekst van vastgestelde verslagen vast
    ///
    /// Een verslag is vastgesteld als het verslag van een latere vergadering dat zegt. Dan schrijft deze opdracht in
    /// vaststelling.toml hoe het luidt, in vingerafdrukken. Verandert de tekst daarna, dan wijst beraad controleer dat aan;
    /// wat nog niet klopt, komt ernaast als correctie.
    #[command(
        alias = "freeze",
        after_long_help = "\
Voorbeelden:
  beraad vastleggen                      alle verslagen die zijn vastgesteld en nog niet vastliggen
  beraad vastleggen 2025-10-09"
    )]
    Vastleggen(Freeze),

    /// Neemt antwoorden op een raadpleging over
    #[command(
        subcommand,
        alias = "answer",
        after_long_help = "\
Voorbeelden:
  beraad reactie lees postvak/*.eml
  beraad reactie nieuw --partij nieuwkoop"
    )]
    Reactie(Answer),

    /// Controleert de bestanden en wijst fouten aan
    #[command(
        alias = "check",
        after_long_help = "\
Voorbeelden:
  beraad controleer
  beraad controleer volgende             alleen wat de volgende vergadering raakt
  beraad controleer --alleen termijnen   alleen één familie of regel
  beraad controleer && beraad maak --naar uit"
    )]
    Controleer(Check),

    /// Legt een bevinding uit
    ///
    /// Zegt wat een bevinding betekent, waarom de regel er is, en hoe het wel moet, met een voorbeeld. Zonder naam geeft het
    /// een overzicht van alle bevindingen, per familie.
    #[command(
        alias = "explain",
        after_long_help = "\
Voorbeelden:
  beraad uitleg
  beraad uitleg niet-in-ao-besproken
  beraad uitleg --naar regels/"
    )]
    Uitleg(Explain),

    /// Zet de ingebouwde sjablonen in een map
    ///
    /// Zet de sjablonen van de stukken in een map. Leg een sjabloon dat u verandert in de map templates van uw dossier;
    /// dan gebruikt beraad het in plaats van het eigen sjabloon.
    #[command(
        alias = "templates",
        after_long_help = "\
Voorbeelden:
  beraad sjablonen sjablonen/"
    )]
    Sjablonen(TemplatesOut),

    /// Geeft de JSON Schema's van de bestanden
    ///
    /// Met een JSON Schema vult een editor sleutels aan en wijst hij fouten aan tijdens het typen.
    #[command(after_long_help = "\
Voorbeelden:
  beraad schema vergadering
  beraad schema --naar schema/")]
    Schema(Schemas),

    /// Geeft een script waarmee uw terminal opdrachten aanvult
    #[command(
        alias = "completions",
        after_long_help = "\
Voorbeelden:
  beraad aanvullen bash > ~/.local/share/bash-completion/completions/beraad
  beraad aanvullen powershell >> $PROFILE"
    )]
    Aanvullen {
        /// De soort terminal
        #[arg(value_name = "TERMINAL", value_parser = clap::value_parser!(Shell), ignore_case = true)]
        shell: Shell,
    },

    /// Geeft de handleiding als man-pagina's
    #[command(
        alias = "man",
        after_long_help = "\
Voorbeelden:
  beraad handleiding | man -l -
  beraad handleiding --naar man/"
    )]
    Handleiding(Manual),
}
