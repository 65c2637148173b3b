//! The dossier as such.

family! { "dossier":
    "uitzondering-werkt-niet" uitzondering_werkt_niet Warning Idle [42] "Een uitzondering die niets (meer) doet.";
}
