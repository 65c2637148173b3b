//! Terms.

mod conceptverslag_te_laat;
mod nazending_te_laat;
mod stuk_niet_binnen;
mod te_laat_verzonden;
mod veranderd_na_verzending;
mod verzending_zegt_te_weinig;

family! { "termijnen":
    "te-laat-verzonden" te_laat_verzonden Warning Meeting [21] "Agenda en stukken zijn te laat verzonden.";
    "nazending-te-laat" nazending_te_laat Warning Meeting [22] "Een nazending laat te weinig tijd om te antwoorden.";
    "veranderd-na-verzending" veranderd_na_verzending Warning Meeting [22] "Een punt of stuk kwam, veranderde of verviel na de verzending, en dat is niet nagezonden.";
    "verzending-zegt-te-weinig" verzending_zegt_te_weinig Advice Meeting [22] "Van een verzonden punt is niet vastgelegd hoe het luidde.";
    "stuk-niet-binnen" stuk_niet_binnen Warning Meeting [22] "Een aangekondigd stuk is er niet, of komt te laat.";
    "conceptverslag-te-laat" conceptverslag_te_laat Warning Meeting [23] "Het conceptverslag is er niet op tijd.";
}
