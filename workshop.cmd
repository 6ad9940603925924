@echo off
rem The launcher on Windows: runs the script "workshop" beside it in the shell that comes with Git for Windows.
setlocal
set "GIT=%ProgramFiles%\Git"
rem Installed for one user, or by Scoop, whose git on the PATH is only a shim.
for %%d in ("%LOCALAPPDATA%\Programs\Git" "%ProgramData%\scoop\apps\git\current" "%USERPROFILE%\scoop\apps\git\current" "%SCOOP%\apps\git\current") do if exist "%%~d\usr\bin\sh.exe" set "GIT=%%~d"
for /f "delims=" %%g in ('where git 2^>nul') do if exist "%%~dpg..\usr\bin\sh.exe" set "GIT=%%~dpg.."
if not exist "%GIT%\usr\bin\sh.exe" (
  echo Git for Windows was not found, and this launcher runs in its shell.
  echo Install it: winget install --id Git.Git
  echo Or do without the launcher: docs\setup.md shows how.
  exit /b 2
)
rem Its tools come first, since Windows has others by the names of find and sort.
set "PATH=%GIT%\usr\bin;%PATH%"
set "MSYSTEM=MINGW64"
pushd "%~dp0"
"%GIT%\usr\bin\sh.exe" ./workshop %*
exit /b %errorlevel%
