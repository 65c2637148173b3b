//! The dossier as such.

mod uitzondering_werkt_niet;

family! { "dossier":
    "uitzondering-werkt-niet" uitzondering_werkt_niet Warning Idle [42] "Een uitzondering die niets (meer) doet.";
}
